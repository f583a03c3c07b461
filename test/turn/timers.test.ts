import { expect, it } from "vitest";
import { CONVERSATION, scriptedAssistant } from "./scripted-assistant.ts";

it("a timer that was cancelled or set anew before its turn changes nothing, and one that ran out counts once", async () => {
  const { assistant, store, say } = await scriptedAssistant();
  const due = async (number: number, key: string) => {
    const activity = { kind: "due", timer: "wait-reminder", number } as const;
    await store.accept({ conversation: CONVERSATION, channel: "web-chat", dedupeKey: key, activity });
    await assistant.handle();
    const entries = await store.entries(CONVERSATION, 0);
    return entries.filter(({ body }) => body.kind === "bot" && body.said.key === "hand-off.still-waiting").length;
  };
  await say("contact_agent", "m1");
  await assistant.handle();
  const number = (await store.conversation(CONVERSATION))?.state?.timers?.["wait-reminder"] ?? 0;
  expect(await due(number - 1, "older")).toBe(0);
  expect(await due(number + 1, "newer")).toBe(0);
  expect(await due(number, "right")).toBe(1);
  expect(await due(number, "again")).toBe(1);
  await store.close();
});
