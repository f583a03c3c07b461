import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/core/case.ts";
import type { AgentAtDesk } from "../contract/agent-at-desk.ts";
import type { ContractCustomer } from "../contract/channel-harness.ts";
import { type RunningApp, startApp } from "../contract/start-app.ts";
import type { FarSupport } from "./far-support.ts";
import { openWebCustomer } from "./open-web-customer.ts";

const PHONE = "010-2345-6789";
const PATIENCE = { timeout: 15_000 };

/** What every way to live support must do, on the whole program and against a real server that goes wrong. */
export function liveSupportContract(name: string, start: () => Promise<FarSupport>): void {
  describe(`live support contract: ${name}`, () => {
    let far: FarSupport;
    let app: RunningApp;
    let agent: AgentAtDesk;
    beforeAll(async () => {
      far = await start();
      app = await startApp(far.settings);
      agent = await app.agent("김상담");
    }, 120_000);
    afterAll(async () => {
      await app?.stop();
      await far?.close();
    });

    const caseOf = async (id: string): Promise<Case> => {
      const found = (await agent.cases()).find((one) => one.id === id);
      if (found === undefined) throw new Error("no such case");
      return found;
    };
    const until = (id: string, status: Case["status"], support: string) =>
      expect
        .poll(async () => [(await caseOf(id)).status, (await caseOf(id)).support?.state], PATIENCE)
        .toEqual([status, support]);
    const hears = (customer: ContractCustomer, words: string) =>
      expect.poll(async () => (await customer.shown()).map(({ text }) => text).join("\n"), PATIENCE).toContain(words);

    /** A customer whose case the agent has passed on. */
    async function passOn(words = `제 번호는 ${PHONE}이에요`) {
      const known = new Set((await agent.cases()).map(({ id }) => id));
      const customer = await openWebCustomer(app.address);
      await customer.say("상담원 연결해 주세요");
      const fresh = async () => (await agent.cases()).find(({ id }) => !known.has(id));
      await expect.poll(fresh, PATIENCE).toBeDefined();
      const id = (await fresh())?.id ?? "";
      await customer.say(words);
      await agent.act(id, { kind: "claim" });
      await agent.act(id, { kind: "note", text: "메모는 밖으로 나가지 않아요" });
      await agent.act(id, { kind: "escalate" });
      await hears(customer, "전문 상담으로 넘겼어요");
      const support = (await caseOf(id)).support?.id ?? "";
      return { id, customer, support, of: () => far.taken().filter((one) => one.support === support) };
    }

    it("is given the case once, with what was said but without who said it, and without notes", async () => {
      const { of, id, support } = await passOn();
      await expect.poll(() => of().length, PATIENCE).toBe(1);
      const [{ kind, body } = { kind: "", body: "" }] = of();
      expect(kind).toBe("initiate");
      expect(body).toContain("상담원 연결해 주세요");
      expect(body).toContain("[전화번호 가림]");
      expect(body).not.toContain(PHONE);
      expect(body).not.toContain("메모는");
      await until(id, "escalated", "sent");
      expect(await far.report(app.address, support, "accepted")).toBe(200);
      await until(id, "escalated", "accepted");
    });

    it("takes it and finishes it: the case shows both, and the customer is told and asked how it was", async () => {
      const { id, support, customer, of } = await passOn();
      await expect.poll(() => of().length, PATIENCE).toBe(1);
      await far.report(app.address, support, "accepted", "접수했습니다");
      await hears(customer, "전문 상담에서 받았어요");
      await customer.say("추가로 말씀드려요");
      await far.report(app.address, support, "completed");
      await hears(customer, "믿을 만했나요");
      await until(id, "closed", "completed");
      await far.report(app.address, support, "completed");
      await far.report(app.address, support, "failed");
      await customer.say("네");
      await hears(customer, "알려 주셔서 고마워요");
      await until(id, "closed", "completed");
    });

    it("fails: the case is in the queue again, and the customer is told", async () => {
      const { id, support, customer } = await passOn();
      await far.report(app.address, support, "failed", `담당자 부재 ${PHONE}`);
      await hears(customer, "이어지지 않았어요");
      await until(id, "queued", "failed");
      await far.report(app.address, support, "accepted");
      await customer.say("기다릴게요");
      await until(id, "queued", "failed");
    });

    it("refuses the call for good: the case is back at once", async () => {
      far.refuse(404);
      const { id, customer } = await passOn();
      await hears(customer, "이어지지 않았어요");
      await until(id, "queued", "failed");
      far.refuse(undefined);
    });

    it("is taken back from: it is told, and what it says afterwards changes nothing", async () => {
      const { id, support, of, customer } = await passOn();
      await expect.poll(() => of().length, PATIENCE).toBe(1);
      await agent.act(id, { kind: "claim" });
      await expect.poll(() => of().map(({ kind }) => kind), PATIENCE).toEqual(["initiate", "withdraw"]);
      await far.report(app.address, support, "accepted");
      await agent.act(id, { kind: "reply", text: "제가 이어서 볼게요." });
      await hears(customer, "제가 이어서 볼게요.");
      await until(id, "claimed", "withdrawn");
    });

    it("is certainly not reached: the call is made again until it is", async () => {
      far.fail({ kind: "too-many", retryAfterS: 1 });
      const { of } = await passOn();
      await expect.poll(() => of().length, PATIENCE).toBe(1);
    });

    it("may have been reached: it has the case at most once", async () => {
      for (const done of [true, false]) {
        far.fail({ kind: "error", status: 500, done });
        const before = far.calls();
        const { of } = await passOn();
        if (far.repeats) {
          await expect.poll(() => far.calls() - before, PATIENCE).toBe(2);
          expect(of()).toHaveLength(1);
        } else {
          await expect.poll(() => far.calls() - before, PATIENCE).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          expect(far.calls() - before).toBe(1);
          expect(of()).toHaveLength(done ? 1 : 0);
        }
      }
    });

    it("answers although the call seemed lost: the answer counts", async () => {
      far.fail({ kind: "reset", done: true });
      const { id, support, of } = await passOn();
      await expect.poll(() => of().length, PATIENCE).toBe(1);
      await far.report(app.address, support, "accepted");
      await until(id, "escalated", "accepted");
      expect(of()).toHaveLength(1);
    });

    it("says nothing for a case that nobody passed on", async () => {
      const before = await app.rows();
      await far.report(app.address, "no-such-case_1", "accepted");
      await far.report(app.address, "", "accepted");
      expect(await app.rows()).toEqual(before);
    });
  });
}
