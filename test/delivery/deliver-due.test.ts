import { describe, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver-due.ts";
import { createLog } from "../../src/log.ts";
import type { Letter } from "../../src/ports/channel.ts";
import type { SendResult } from "../../src/ports/delivery.ts";
import { scriptedAssistant } from "../turn/scripted-assistant.ts";

const reach = { inDoubt: { kind: "leave" }, budget: { perSecond: 1_000, burst: 1_000, atOnce: 8 } } as const;

async function delivered(results: readonly (SendResult | "throws")[]) {
  const { assistant, store, say } = await scriptedAssistant();
  await say("greeting", "k-1");
  await say("thanks", "k-2");
  await assistant.handle();
  const tried: string[] = [];
  const left = [...results];
  const channel = {
    id: "web-chat",
    can: { push: "free", buttons: 0, cards: false, textLength: 1_000, edit: false, files: false } as const,
    reach,
    send: async ({ entry: { body } }: Letter): Promise<SendResult> => {
      tried.push(body.kind === "bot" ? body.said.key : "");
      const result = left.shift() ?? { kind: "sent" };
      if (result === "throws") throw new Error("broken");
      return result;
    },
  };
  const desk = { id: "page", reach, send: async (): Promise<SendResult> => ({ kind: "sent" }) };
  const use = { channels: new Map([[channel.id, channel]]), desk, log: createLog("silent") };
  for (let round = 0; round < 3; round += 1) await deliverDue(store, use);
  return tried;
}

describe("deliverDue", () => {
  it("sends in the order said", async () => {
    expect(await delivered([])).toEqual(["small-talk.greeting", "small-talk.thanks"]);
  });

  it("tries again when the far end asks to, and keeps the order meanwhile", async () => {
    expect(await delivered([{ kind: "later", afterMs: 0 }])).toEqual([
      "small-talk.greeting",
      "small-talk.greeting",
      "small-talk.thanks",
    ]);
  });

  it("never repeats what may have arrived, and goes on", async () => {
    expect(await delivered([{ kind: "unknown" }])).toEqual(["small-talk.greeting", "small-talk.thanks"]);
  });

  it("waits when sending breaks, and lets nothing overtake", async () => {
    expect(await delivered(["throws"])).toEqual(["small-talk.greeting"]);
  });
});
