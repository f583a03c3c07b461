import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import type { createOutgoing } from "../outgoing/create-outgoing.ts";
import type { OutgoingCall } from "../ports/outgoing.ts";
import { projectRoot } from "../project-root.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** What a channel answered, and what it sent by itself. */
export interface Replayed {
  readonly status: number;
  readonly body: string;
  readonly calls: readonly OutgoingCall[];
}

const KEY_BYTES = 32;
/** Far ends that say by status, by `status` or by `success` that all is well. */
const WELL = JSON.stringify({ status: "SUCCESS", success: true, resultCode: "00" });

/** Sends the request to a server that runs. */
export async function replayAt(address: string, request: RecordedRequest): Promise<Replayed> {
  const { method, path, headers, body } = request;
  const reply = await fetch(new URL(path, address), { method, headers, ...(method === "GET" ? {} : { body }) });
  return { status: reply.status, body: await reply.text(), calls: [] };
}

/**
 * Sends the request to a server of its own, on an empty folder that is removed afterwards. Calls to far ends are not made but
 * told, for as long as `waitMs` after the answer.
 */
export async function replayHere(
  request: RecordedRequest,
  settings: Readonly<Record<string, string>>,
  waitMs: number,
): Promise<Replayed> {
  const folder = await mkdtemp(join(tmpdir(), "ansim-receive-"));
  const calls: OutgoingCall[] = [];
  const outgoing: typeof createOutgoing = () => async (call) => {
    calls.push(call);
    return { kind: "answered", status: 200, headers: {}, body: WELL };
  };
  try {
    const app = await createApp({
      config: readConfig({ ...settings, PORT: "0", DATA_DIR: folder, LOG_LEVEL: "silent" }),
      root: projectRoot,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      randomKey: () => randomBytes(KEY_BYTES),
      madeUpPassword: randomUUID(),
      outgoing,
      log: createLog("silent"),
    });
    try {
      const replayed = await replayAt(await app.start(), request);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return { ...replayed, calls };
    } finally {
      await app.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
