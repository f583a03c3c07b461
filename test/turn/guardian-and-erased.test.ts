import { expect, it } from "vitest";
import { CONVERSATION, scriptedAssistant } from "./scripted-assistant.ts";

type Scripted = Awaited<ReturnType<typeof scriptedAssistant>>;

const open = ({ assistant }: Scripted, minor: boolean, key: string) =>
  assistant.intake({
    conversation: CONVERSATION,
    channel: "naver",
    dedupeKey: key,
    activity: { kind: "opened", language: "ko", ...(minor ? { minor } : {}) },
  });
const keys = async ({ store }: Scripted) =>
  (await store.entries(CONVERSATION, 0)).flatMap(({ body }) => (body.kind === "bot" ? [body.said.key] : []));

it("asks a child to come with a guardian and hands over to a person, once", async () => {
  const scripted = await scriptedAssistant();
  await open(scripted, true, "o-1");
  await open(scripted, true, "o-2");
  await scripted.say("waiver_window", "m-1");
  await scripted.assistant.handle();
  expect(await keys(scripted)).toEqual(["hand-off.guardian", "hand-off.queued"]);
  expect((await scripted.store.cases(10)).map(({ status, reason }) => [status, reason])).toEqual([
    ["queued", "referral"],
  ]);
});

it("greets everybody else", async () => {
  const scripted = await scriptedAssistant();
  await open(scripted, false, "o-1");
  await scripted.assistant.handle();
  expect(await keys(scripted)).toEqual(["small-talk.welcome"]);
});

it("answers nothing to a message that was taken back before its turn", async () => {
  const scripted = await scriptedAssistant();
  await scripted.assistant.intake({
    conversation: CONVERSATION,
    channel: "line",
    dedupeKey: "m-1",
    activity: { kind: "said", text: "waiver_window", masked: 0, clientId: "x" },
  });
  await scripted.store.erase(CONVERSATION, "x");
  await scripted.assistant.handle();
  expect(await keys(scripted)).toEqual([]);
  expect(await scripted.store.lease()).toBeUndefined();
});

it("does not repeat words to an agent that were taken back while the turn was decided", async () => {
  let erased = false;
  const scripted = await scriptedAssistant((inner) => ({
    ...inner,
    commit: async (lease, turn) => {
      if (!erased) {
        erased = true;
        await inner.erase(CONVERSATION, "x");
      }
      return inner.commit(lease, turn);
    },
  }));
  await scripted.assistant.intake({
    conversation: CONVERSATION,
    channel: "line",
    dedupeKey: "m-1",
    activity: { kind: "said", text: "waiver_window", masked: 0, clientId: "x" },
  });
  while ((await scripted.store.conversation(CONVERSATION))?.state === undefined) await scripted.assistant.handle();
  expect(await keys(scripted)).toEqual([]);
});
