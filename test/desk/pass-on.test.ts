import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { agentOf } from "../../src/desk/page/agent-session.ts";
import { openSocket } from "../http/open-socket.ts";
import { aCase, LEAD_PASSWORD, type RunningDesk, startDesk } from "./start-desk.ts";

let desk: RunningDesk;
beforeEach(async () => {
  desk = await startDesk();
  desk.cases.set("k", aCase("k"));
});
afterEach(() => desk.close());

const post = async (headers: Readonly<Record<string, string>>, act: unknown) =>
  (await desk.call("POST", "cases/k/acts", { id: "abcdefgh-1", act }, headers)).status;

describe("passing a case on", () => {
  it("names the colleague as that colleague logs in", async () => {
    expect(await post(await desk.login("민지"), { kind: "transfer", to: " 현우 " })).toBe(202);
    expect(desk.arrivals[0]?.activity).toEqual({
      kind: "desk",
      agent: agentOf("민지"),
      act: { kind: "transfer", to: agentOf("현우") },
      case: "k",
    });
  });

  it.each([[{ kind: "transfer" }], [{ kind: "transfer", to: "" }], [{ kind: "take-over", lead: true }]])(
    "refuses %j",
    async (act) => {
      expect(await post(await desk.login("민지"), act)).toBe(400);
    },
  );

  it("says who is a lead, which only the password tells", async () => {
    await post(await desk.login("박팀장", LEAD_PASSWORD), { kind: "take-over" });
    expect(desk.arrivals[0]?.activity).toMatchObject({ act: { kind: "take-over" }, lead: true });
  });

  it("does not take an agent for a lead", async () => {
    await post(await desk.login("박팀장"), { kind: "take-over" });
    expect(desk.arrivals[0]?.activity).not.toHaveProperty("lead");
  });

  it("offers colleagues: who is here first, then who had a case lately, never oneself", async () => {
    desk.cases.set("k2", aCase("k2", { status: "claimed", agent: { id: agentId("a"), name: "가영" } }));
    desk.cases.set("k3", aCase("k3", { status: "claimed", agent: agentOf("민지") }));
    const here = await desk.login("현우");
    const socket = await openSocket(`${desk.url.replace("http", "ws")}/desk/api/live`, here);
    const answer = await desk.call("GET", "colleagues", undefined, await desk.login("민지"));
    expect(await answer.json()).toEqual({
      agents: [
        { ...agentOf("현우"), here: true },
        { id: "a", name: "가영", here: false },
      ],
    });
    socket.destroy();
  });

  it("is for staff only", async () => {
    expect((await desk.call("GET", "colleagues")).status).toBe(401);
  });
});
