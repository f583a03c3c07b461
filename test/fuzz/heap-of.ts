import { openSocket } from "../http/open-socket.ts";

/** Bytes that a process still holds after its garbage was collected, asked through its inspector (`--inspect=127.0.0.1:0`). */
export async function heapOf(inspector: string): Promise<number> {
  const socket = await openSocket(inspector);
  try {
    socket.sendText('{"id":1,"method":"HeapProfiler.collectGarbage"}');
    await socket.until((received) => received.some((text) => text.includes('"id":1')));
    const expression = "process.memoryUsage().heapUsed";
    socket.sendText(JSON.stringify({ id: 2, method: "Runtime.evaluate", params: { expression } }));
    const received = await socket.until((texts) => texts.some((text) => text.includes('"id":2')));
    const answer = received.find((text) => text.includes('"id":2')) ?? "";
    return Number(/"value":(\d+)/.exec(answer)?.[1]);
  } finally {
    socket.destroy();
  }
}
