import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CloseReason } from "../../src/core/activity.ts";
import type { startWithCustomers } from "../desk/start-with-customers.ts";

/** Two agents whom every desk has. */
export type AgentName = "minji" | "jisoo";

/** What the suite needs of a desk: people who do with a case what the desk lets them do. */
export interface DeskUnderTest
  extends Pick<
    Awaited<ReturnType<typeof startWithCustomers>>,
    "customer" | "letters" | "fromAgents" | "newestCase" | "entriesOf"
  > {
  /** Everything that waits has been handled, delivered and shown. */
  settle(): Promise<void>;
  claims(agent: AgentName): Promise<void>;
  releases(agent: AgentName): Promise<void>;
  notes(agent: AgentName, text: string): Promise<void>;
  /** Does what it takes to send words to the customer; `times` as often as an impatient hand presses. */
  replies(agent: AgentName, text: string, times?: number): Promise<void>;
  handsBack(agent: AgentName): Promise<void>;
  ends(agent: AgentName, reason: CloseReason): Promise<void>;
  /** Passes the case on to the other, who is `to`. */
  passesOn(agent: AgentName, to: AgentName): Promise<void>;
  /** The lead whom the desk knows as one. */
  leadTakesOver(): Promise<void>;
  /** The same act, by somebody who is none and goes around what the desk shows. */
  triesToTakeOver(agent: AgentName): Promise<void>;
  opensAgain(agent: AgentName): Promise<void>;
  /** Takes the newest reply back, as the desk lets its writer do. */
  takesBack(agent: AgentName): Promise<void>;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** How often this agent was told that something was refused. */
  refusals(agent: AgentName): number;
  close(): Promise<void>;
}

/** Everything that any desk must do, wherever staff work. */
export function deskContract(
  name: string,
  open: (options?: { readonly undoSeconds?: number }) => Promise<DeskUnderTest>,
): void {
  describe(`desk contract, replies that can be taken back: ${name}`, () => {
    let on: DeskUnderTest;
    beforeEach(async () => {
      on = await open({ undoSeconds: 10 });
      await on.customer("contact_agent");
      await on.settle();
      await on.claims("minji");
      await on.settle();
    });
    afterEach(() => on.close());

    it("leave when their time is over", async () => {
      await on.replies("minji", "안녕하세요, 확인했어요.");
      await on.pass(0);
      await on.pass(5_000);
      expect(on.fromAgents()).toEqual([]);
      await on.pass(6_000);
      expect(on.fromAgents()).toEqual(["안녕하세요, 확인했어요."]);
      expect(on.refusals("minji")).toBe(0);
    });

    it("stay here when they are taken back, and the writer is told when it is too late", async () => {
      await on.replies("minji", "잘못 썼어요");
      await on.pass(0);
      await on.pass(2_000);
      await on.takesBack("minji");
      await on.pass(20_000);
      expect([on.fromAgents(), on.refusals("minji")]).toEqual([[], 0]);
      await on.takesBack("minji");
      await on.pass(1_000);
      expect([on.fromAgents(), on.refusals("minji")]).toEqual([[], 1]);
    });
  });

  describe(`desk contract: ${name}`, () => {
    let on: DeskUnderTest;
    beforeEach(async () => {
      on = await open();
      await on.customer("contact_agent");
      await on.settle();
    });
    afterEach(() => on.close());

    const notes = async () =>
      (await on.entriesOf()).flatMap(({ body }) => (body.kind === "note" ? [[body.agentName, body.text]] : []));

    it("gives a case to the one who claims first, and tells the other", async () => {
      await on.claims("minji");
      await on.claims("jisoo");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "claimed", agent: { name: "minji" } });
      expect([on.refusals("minji"), on.refusals("jisoo")]).toEqual([0, 1]);
    });

    it("has one owner when two claim at once", async () => {
      await Promise.all([on.claims("jisoo"), on.claims("minji")]);
      await on.settle();
      const { agent } = await on.newestCase();
      expect(["minji", "jisoo"]).toContain(agent?.name);
      const claims = (await on.entriesOf()).filter(({ body }) => body.kind === "desk" && body.event === "claim");
      expect(claims).toHaveLength(1);
      expect(on.refusals("minji") + on.refusals("jisoo")).toBe(1);
    });

    it("keeps notes to staff", async () => {
      await on.claims("minji");
      await on.notes("minji", "고객에게는 비밀인 메모");
      await on.notes("jisoo", "저도 봤어요");
      await on.settle();
      expect(await notes()).toEqual([
        ["minji", "고객에게는 비밀인 메모"],
        ["jisoo", "저도 봤어요"],
      ]);
      expect(on.letters().join("\n")).not.toMatch(/비밀|봤어요/);
    });

    it("brings a reply to the customer, once however often it is pressed", async () => {
      await on.claims("minji");
      await on.replies("minji", "안녕하세요, 확인했어요.", 3);
      await on.settle();
      expect(on.fromAgents()).toEqual(["안녕하세요, 확인했어요."]);
    });

    it("lets only the owner speak to the customer", async () => {
      await on.claims("minji");
      await on.settle();
      await on.replies("jisoo", "제가 대신 말할게요");
      await on.settle();
      expect(on.fromAgents()).toEqual([]);
    });

    it("keeps forbidden links from the customer", async () => {
      await on.claims("minji");
      await on.settle();
      await on.replies("minji", "여기로 오세요: https://kt-refund.example.com");
      await on.settle();
      expect(on.fromAgents()).toEqual([]);
    });

    it("puts a released case back in line", async () => {
      await on.claims("minji");
      await on.settle();
      await on.releases("minji");
      await on.settle();
      const { status, agent } = await on.newestCase();
      expect([status, agent]).toEqual(["queued", undefined]);
    });

    it("gives the customer back to the bot, which answers again", async () => {
      await on.claims("minji");
      await on.settle();
      await on.customer("waiver_window");
      await on.settle();
      const silent = on.letters().length;
      await on.handsBack("minji");
      await on.customer("waiver_window");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "closed", closeReason: "handed-back" });
      expect(on.letters().length).toBeGreaterThan(silent + 1);
    });

    it("passes a case on to a colleague, who then speaks to the customer", async () => {
      await on.claims("minji");
      await on.settle();
      await on.passesOn("minji", "jisoo");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "claimed", agent: { name: "jisoo" } });
      await on.replies("jisoo", "이어서 볼게요");
      await on.settle();
      expect(on.fromAgents()).toEqual(["이어서 볼게요"]);
    });

    it("lets a lead take over, on record, and nobody else", async () => {
      await on.claims("minji");
      await on.settle();
      await on.triesToTakeOver("jisoo");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ agent: { name: "minji" } });
      expect(on.refusals("jisoo")).toBe(1);
      await on.leadTakesOver();
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "claimed", agent: { name: "lead" } });
      const taken = (await on.entriesOf()).flatMap(({ body }) => (body.kind === "desk" ? [body] : []));
      expect(taken.at(-1)).toMatchObject({ event: "take-over", agentName: "lead", detail: "minji" });
    });

    it("opens a case again for who had it, and for nobody else", async () => {
      await on.claims("minji");
      await on.settle();
      await on.ends("minji", "answered");
      await on.settle();
      await on.opensAgain("jisoo");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "closed" });
      await on.opensAgain("minji");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "claimed", agent: { name: "minji" } });
      await on.replies("minji", "하나 더 알려 드려요");
      await on.settle();
      expect(on.fromAgents()).toEqual(["하나 더 알려 드려요"]);
    });

    it("ends a case with its reason", async () => {
      await on.claims("minji");
      await on.settle();
      await on.ends("minji", "referred");
      await on.settle();
      expect(await on.newestCase()).toMatchObject({ status: "closed", closeReason: "referred" });
    });
  });
}
