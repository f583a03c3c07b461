import { expect, it } from "vitest";
import { agentId, conversationId } from "../../src/core/ids.ts";
import { scriptedAssistant } from "./scripted-assistant.ts";

const kim = { id: agentId("kim"), name: "김상담" };
const lee = { id: agentId("lee"), name: "이상담" };

it("while all agents are away the customer is told so, without an estimate, and may choose a time at once", async () => {
  const { assistant, store } = await scriptedAssistant();
  const asks = async (id: string) => {
    const conversation = conversationId(id);
    const activity = { kind: "said", text: "contact_agent", masked: 0 } as const;
    await assistant.intake({ conversation, channel: "web-chat", dedupeKey: id, activity });
    await assistant.handle();
    const said = (await store.entries(conversation, 0)).flatMap(({ body }) => (body.kind === "bot" ? [body.said] : []));
    return said.at(-1);
  };
  expect((await asks("c1"))?.key).toBe("hand-off.queued");
  await store.setPresence(kim, true);
  const told = await asks("c2");
  expect(told?.key).toBe("hand-off.nobody");
  expect(told?.text).toContain("상담원이 모두 자리를 비워서");
  expect(told?.text).not.toMatch(/분쯤|시간쯤/);
  expect(told?.buttons.length).toBeGreaterThan(0);
  expect((await store.conversation(conversationId("c2")))?.state?.slots?.length).toBe(told?.buttons.length);
  await store.setPresence(lee, false);
  expect((await asks("c3"))?.key).toBe("hand-off.queued");
  await store.close();
});
