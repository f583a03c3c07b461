import { Agent, request } from "node:http";
import type { Sink } from "./start-sink.ts";

/** `replies` come in the answer to the request, or by `delivery` to a connector. */
export type Mode = "replies" | "delivery";

/** `alike`: customers ask the same dozen questions. `different`: no text comes twice, so that nothing can be remembered. */
export type Texts = "alike" | "different";

export interface Load {
  readonly url: string;
  readonly mode: Mode;
  readonly texts: Texts;
  readonly messages: number;
  readonly connections: number;
  readonly conversations: number;
  readonly sink: Sink;
  /** Told apart from all others of the run. */
  readonly run: string;
}

export interface Sent {
  readonly seconds: number;
  /** From the request to the reply, ascending. */
  readonly waits: readonly number[];
  /** 0 to 1: messages whose text had come before. */
  readonly repeated: number;
}

/** What a worried customer may write, one after the other. */
const WORDS = [
  "안녕하세요",
  "위약금 면제 되나요?",
  "알뜰폰이요",
  "어떤 정보가 유출됐나요?",
  "유심 교체는 어떻게 하나요?",
  "소액결제 피해가 걱정돼요",
  "아 아니다 후불이에요",
  "위약금 면제 기간이 언제까지예요?",
  "데이터는 얼마나 더 주나요?",
  "스미싱 문자인지 어떻게 알아요?",
  "OTT는 어떤 걸 받을 수 있나요?",
  "감사합니다",
];

/** What people put behind a message without meaning anything by it. */
const ENDINGS = ["!", "~", ".", "ㅎ", "ㅠ", "^"];
const LONGEST_ENDING = 7;
/** Goes on from run to run, so that warming up teaches nothing about what is measured. */
let endings = 0;

/** Another row of signs each time. */
function newEnding(): string {
  let left = endings++;
  return Array.from({ length: LONGEST_ENDING }, () => {
    const sign = ENDINGS[left % ENDINGS.length] ?? "";
    left = Math.floor(left / ENDINGS.length);
    return sign;
  }).join("");
}

/** Sends messages over a fixed number of connections, each waiting for its reply before the next. */
export async function sendTurns(load: Load): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const waits: number[] = [];
  const told = new Set<string>();
  let next = 0;
  const start = performance.now();
  const one = async (n: number, slot: number): Promise<void> => {
    // A conversation belongs to one connection, so that its messages come in order.
    const each = Math.floor(load.conversations / load.connections);
    const round = Math.floor(n / load.connections);
    const conversation = `${load.run}-${slot}-${round % each}`;
    const id = `${load.run}-${n}`;
    const words = WORDS[Math.floor(round / each) % WORDS.length] ?? "";
    const text = load.texts === "different" ? `${words}${newEnding()}` : words;
    told.add(text);
    const before = performance.now();
    const replied = load.mode === "delivery" ? load.sink.replyTo(id) : undefined;
    await post(agent, load, activityOf({ id, conversation, text }, load));
    await replied;
    waits.push(performance.now() - before);
  };
  await Promise.all(
    Array.from({ length: load.connections }, async (_, slot) => {
      for (let n = next++; n < load.messages; n = next++) await one(n, slot);
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return { seconds, waits: waits.sort((a, b) => a - b), repeated: 1 - told.size / waits.length };
}

const activityOf = (is: { readonly id: string; readonly conversation: string; readonly text: string }, load: Load) =>
  JSON.stringify({
    type: "message",
    id: is.id,
    timestamp: "2026-01-12T01:00:00.000Z",
    serviceUrl: load.sink.url,
    channelId: "emulator",
    from: { id: `customer-${is.conversation}`, name: "고객" },
    conversation: { id: is.conversation },
    recipient: { id: "bot", name: "안심" },
    textFormat: "plain",
    locale: "ko-KR",
    text: is.text,
    ...(load.mode === "replies" ? { deliveryMode: "expectReplies" } : {}),
  });

function post(agent: Agent, { url, mode }: Load, body: string): Promise<void> {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/messages`, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => {
        const good = answer.statusCode === 200 && (mode === "delivery" || text.includes('"text"'));
        if (good) resolve();
        else reject(new Error(`${answer.statusCode} ${text.slice(0, 200)} for ${body}`));
      });
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
