import { afterEach, expect, it } from "vitest";
import { agentId, caseId, conversationId } from "../../src/core/ids.ts";
import { scriptedAssistant } from "./scripted-assistant.ts";

const c1 = conversationId("c1");
const kim = { id: agentId("kim"), name: "김상담" };

let close = async (): Promise<void> => undefined;

afterEach(() => close());

const start = async () => {
  let unread = false;
  let made = 0;
  const { assistant, store } = await scriptedAssistant(undefined, undefined, { deskUnread: () => unread });
  close = () => store.close();
  const takes = async (activity: Parameters<typeof assistant.intake>[0]["activity"]) => {
    made += 1;
    await assistant.intake({ conversation: c1, channel: "web-chat", dedupeKey: `a-${made}`, activity });
    await assistant.handle();
  };
  return {
    takes,
    says: (text: string) => takes({ kind: "said", text, masked: 0 }),
    staff: async (act: { readonly kind: "claim" } | { readonly kind: "hand-back" }) => {
      const [open] = await store.cases(1);
      await takes({ kind: "desk", agent: kim, act, ...(open === undefined ? {} : { case: caseId(open.id) }) });
    },
    stops: (now: boolean) => {
      unread = now;
    },
    told: async () =>
      (await store.entries(c1, 0)).flatMap(({ body }) =>
        body.kind === "bot" && body.said.key === "hand-off.unread" ? [body.said.text] : [],
      ),
  };
};

it("a customer who writes while nobody can see it is told so once, with the telephone lines", async () => {
  const on = await start();
  await on.says("contact_agent");
  await on.says("하나");
  expect(await on.told()).toEqual([]);
  on.stops(true);
  await on.says("둘");
  await on.says("셋");
  const [told, ...more] = await on.told();
  expect(more).toEqual([]);
  expect(told).toContain("지금은 상담원이 이 채팅을 볼 수 없어요");
  expect(told).toContain("그대로 남아 있");
  for (const line of ["112", "119", "114"]) expect(told).toContain(line);
});

it("who has an agent is told, too, and a new case is a new occasion", async () => {
  const on = await start();
  await on.says("contact_agent");
  await on.staff({ kind: "claim" });
  on.stops(true);
  await on.says("one");
  expect(await on.told()).toEqual([expect.stringContaining("볼 수 없어요")]);
  await on.staff({ kind: "hand-back" });
  await on.says("contact_agent");
  await on.says("two");
  expect(await on.told()).toHaveLength(2);
});

it("who talks to the bot is not told", async () => {
  const on = await start();
  on.stops(true);
  await on.says("hello");
  expect(await on.told()).toEqual([]);
});
