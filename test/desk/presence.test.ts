import { afterEach, beforeEach, expect, it } from "vitest";
import { agentOf } from "../../src/desk/page/agent-session.ts";
import { aCase, type RunningDesk, startDesk } from "./start-desk.ts";

let desk: RunningDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

it("staff say whether they take cases; who is away is not offered as a colleague", async () => {
  desk.cases.set("k", aCase("k", { status: "claimed", agent: agentOf("현우") }));
  const [minji, hyunwoo] = [await desk.login("민지"), await desk.login("현우")];
  const names = async () => {
    const answer = await desk.call("GET", "colleagues", undefined, minji);
    const { agents } = (await answer.json()) as { readonly agents: readonly { readonly name: string }[] };
    return agents.map(({ name }) => name);
  };
  expect(await names()).toEqual(["현우"]);
  const answer = await desk.call("POST", "presence", { away: true }, hyunwoo);
  expect(await answer.json()).toMatchObject({ presences: [{ agent: agentOf("현우"), away: true }] });
  expect(await names()).toEqual([]);
  await desk.call("POST", "presence", { away: false }, hyunwoo);
  expect(await names()).toEqual(["현우"]);
});

it("is for staff only, and takes nothing else", async () => {
  expect((await desk.call("GET", "presence")).status).toBe(401);
  expect((await desk.call("POST", "presence", { away: true })).status).toBe(401);
  expect((await desk.call("POST", "presence", { away: "yes" }, await desk.login("민지"))).status).toBe(400);
});

it("only who had a closed case, and leads, may open it again; the turn decides", async () => {
  desk.cases.set("old", aCase("old", { status: "closed" }));
  const body = { id: "act-12345678", act: { kind: "re-open" } };
  expect((await desk.call("POST", "cases/old/acts", body, await desk.login("민지"))).status).toBe(202);
  expect(desk.arrivals[0]?.activity).toMatchObject({ act: { kind: "re-open" }, case: "old" });
});
