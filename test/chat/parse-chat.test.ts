import { describe, expect, it } from "vitest";
import { parseChat } from "./parse-chat.ts";

const HEAD = "# A title\nincident: kt-2025   now: 2026-01-10 10:00 KST   channel: web\n\n";

describe("parseChat", () => {
  it("reads title, incident and clock", () => {
    expect(parseChat(HEAD)).toEqual({
      title: "A title",
      incident: "kt-2025",
      language: "ko",
      local: "2026-01-10T10:00",
      steps: [],
    });
    expect(parseChat(HEAD.replace("web", "web language: en")).language).toBe("en");
  });

  it("reads what customers do", () => {
    const { steps } = parseChat(
      `${HEAD}customer: 안녕\\n하세요\ncustomer: (opens)\ncustomer: (empty)\ncustomer: (repeats 3 times) 가나`,
    );
    expect(steps.map((step) => step.kind === "act" && step.activity)).toEqual([
      { kind: "said", text: "안녕\n하세요", masked: 0 },
      { kind: "opened", language: "ko" },
      { kind: "said", text: "", masked: 0 },
      { kind: "said", text: "가나가나가나", masked: 0 },
    ]);
  });

  it("reads keys and buttons of the bot", () => {
    const { steps } = parseChat(`${HEAD}bot:  ask.line_kind   [알뜰폰] [후불 휴대폰]`);
    expect(steps[0]).toEqual({ kind: "bot", line: 4, key: "ask.line_kind", buttons: ["알뜰폰", "후불 휴대폰"] });
  });

  it("reads the acts of agents: internal unless sent", () => {
    const { steps } = parseChat(`${HEAD}agent: (note) 확인 중\nagent: 안녕하세요.   → customer\nagent 이상담: (claim)`);
    expect(
      steps.map((step) => (step.kind === "act" && step.activity.kind === "desk" ? step.activity : step.kind)),
    ).toEqual([
      { kind: "desk", agent: { id: "김상담", name: "김상담" }, act: { kind: "note", text: "확인 중" } },
      { kind: "desk", agent: { id: "김상담", name: "김상담" }, act: { kind: "reply", text: "안녕하세요." } },
      "agent-says",
      { kind: "desk", agent: { id: "이상담", name: "이상담" }, act: { kind: "claim" } },
    ]);
  });

  it("reads how long to wait", () => {
    const { steps } = parseChat(`${HEAD}wait: 20m\nwait: 1d 2h 5m`);
    expect(steps.map((step) => step.kind === "wait" && step.minutes)).toEqual([20, 1_565]);
  });

  it("reads who passes a case on, and who is a lead", () => {
    const { steps } = parseChat(`${HEAD}agent: (transfer) 이상담\nagent 박팀장: (lead) (take-over)`);
    expect(steps.map((step) => step.kind === "act" && step.activity)).toMatchObject([
      { act: { kind: "transfer", to: { name: "이상담" } } },
      { act: { kind: "take-over" }, lead: true },
    ]);
  });

  it("expects nothing of what an agent only tries to send", () => {
    expect(parseChat(`${HEAD}agent: (tries) 여기요`).steps.map(({ kind }) => kind)).toEqual(["act"]);
  });

  it.each([
    ["no title", "customer: 안녕"],
    ["no clock", "# title\ncustomer: 안녕"],
    ["an unknown speaker", `${HEAD}robot: 안녕`],
    ["an agent who does nothing known", `${HEAD}agent: (dance)`],
    ["a wait without an end", `${HEAD}wait: long`],
    ["an unknown owner", `${HEAD}outcome: nobody`],
  ])("refuses %s", (_, source) => {
    expect(() => parseChat(source)).toThrowError();
  });
});
