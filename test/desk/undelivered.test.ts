import { afterEach, expect, it } from "vitest";
import type { DeskAct } from "../../src/core/activity.ts";
import { agentId } from "../../src/core/ids.ts";
import type { Channel } from "../../src/ports/channel.ts";
import { CONVERSATION } from "../turn/scripted-assistant.ts";
import { PASSWORD, startDeskWithChannel } from "./start-desk-with-channel.ts";

type Desk = Awaited<ReturnType<typeof startDeskWithChannel>>;

let desk: Desk;
afterEach(() => desk.close());

async function openCase(push: Channel["can"]["push"]) {
  desk = await startDeskWithChannel(push);
  const headers = { "x-ansim-desk": "1" };
  const body = JSON.stringify({ name: "민지", password: PASSWORD });
  const login = await fetch(`${desk.url}/desk/api/login`, { method: "POST", headers, body });
  const cookie = (login.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  const call = async (path: string, act?: DeskAct) => {
    const wish = act && { method: "POST", body: JSON.stringify({ id: `act-${Math.abs(acts++)}-12345678`, act }) };
    const answer = await fetch(`${desk.url}/desk/api/${path}`, { headers: { ...headers, cookie }, ...wish });
    return JSON.parse(await answer.text());
  };
  let acts = 0;
  await desk.say("contact_agent", "k-1");
  await desk.work();
  const [one] = await desk.store.cases(1);
  const id = one?.id ?? "";
  const act = async (wish: DeskAct) => {
    await call(`cases/${id}/acts`, wish);
    await desk.work();
  };
  await act({ kind: "claim" });
  return { act, view: async () => (await call(`cases/${id}`)).view, list: () => call("cases") };
}

it("shows which words did not arrive and why, and sends them again when the agent wants it, on record", async () => {
  const { act, view, list } = await openCase("free");
  desk.endings.push({ kind: "unknown" }, { kind: "refused", why: "status 403" });
  await act({ kind: "reply", text: "첫째" });
  await act({ kind: "reply", text: "둘째" });
  const { undelivered } = await view();
  expect(undelivered).toMatchObject([{ state: "unknown" }, { state: "dead", why: "status 403" }]);
  expect((await list()).undelivered).toEqual({ waiting: 0, unknown: 1, parked: 0, dead: 1 });

  const before = desk.sent.length;
  await act({ kind: "send-again", seq: undelivered[0].seq });
  expect(desk.sent.slice(before)).toEqual(["첫째"]);
  const after = await view();
  expect(after.undelivered).toMatchObject([{ state: "dead" }]);
  expect(after.entries.at(-1).body).toEqual({ kind: "desk", event: "send-again", agentName: "민지" });
});

it("does not let another agent send again", async () => {
  const { act, view } = await openCase("free");
  desk.endings.push({ kind: "unknown" });
  await act({ kind: "reply", text: "첫째" });
  const { undelivered } = await view();
  const before = desk.sent.length;
  const other = { id: agentId("other"), name: "도윤" };
  const activity = { kind: "desk", agent: other, act: { kind: "send-again", seq: undelivered[0].seq } } as const;
  const lost = await desk.store.accept({ conversation: CONVERSATION, channel: "web-chat", dedupeKey: "x", activity });
  await desk.work();
  expect([lost.kind, desk.sent.length]).toEqual(["accepted", before]);
  expect((await view()).undelivered).toHaveLength(1);
});

it("shows what waits for the customer's next message, until the customer has it", async () => {
  const { act, view } = await openCase("none");
  await act({ kind: "reply", text: "첫째" });
  const { undelivered, waitsForCustomer } = await view();
  expect([waitsForCustomer, undelivered.map(({ state }: { state: string }) => state)]).toEqual([
    true,
    ["waiting", "waiting", "waiting"],
  ]);
  for (const letter of await desk.collect()) await desk.store.settleDelivery(letter, { kind: "sent" });
  expect((await view()).undelivered).toEqual([]);
});
