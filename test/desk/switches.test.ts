import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SwitchBoard } from "../../src/ports/switch-desk.ts";
import { LEAD_PASSWORD, type RunningDesk, startDesk } from "./start-desk.ts";

let desk: RunningDesk;
let minji: { readonly cookie: string };
let lead: { readonly cookie: string };

beforeEach(async () => {
  desk = await startDesk();
  minji = await desk.login("민지");
  lead = await desk.login("박팀장", LEAD_PASSWORD);
});
afterEach(() => desk.close());

const NAME = "answer:kt-2025/waiver_window";
const turn = (body: unknown, headers: Readonly<Record<string, string>> = lead) =>
  desk.call("POST", "switches", body, headers);
const board = async (): Promise<SwitchBoard> => {
  const answer = await desk.call("GET", "switches", undefined, minji);
  return (await answer.json()) as SwitchBoard;
};
const offNames = async () => (await board()).lines.flatMap(({ name, off }) => (off === undefined ? [] : [name]));

describe("switches on the desk page", () => {
  it("are shown to all staff with names that they know: channels, the incident, its answers", async () => {
    const { lines, log } = await board();
    expect(log).toEqual([]);
    expect(lines.slice(0, 3)).toMatchObject([
      { name: "bot:web-chat", kind: "bot", label: { ko: "웹 채팅" } },
      { name: "bot:kakao", kind: "bot", label: { ko: "카카오톡" } },
      { name: "pack:kt-2025", kind: "pack", label: { en: expect.stringContaining("KT") } },
    ]);
    const labels = new Map(lines.map(({ name, label }) => [name, label.ko]));
    expect(labels.get(NAME)).toBe("위약금 면제 기간");
    expect(labels.get("answer:kt-2025/IN_WINDOW")).toMatch(/^IN_WINDOW: .{10}/);
    expect([...labels.values()].join()).not.toContain("{{");
  });

  it("are turned by a lead with a reason, and the change is kept", async () => {
    expect((await turn({ name: NAME, off: true, reason: "날짜를 다시 봐요" })).status).toBe(200);
    const { lines, log } = await board();
    expect(lines.find(({ name }) => name === NAME)?.off).toMatchObject({
      reason: "날짜를 다시 봐요",
      agent: { name: "박팀장" },
    });
    expect(log).toMatchObject([{ off: true, label: { ko: "위약금 면제 기간" } }]);
    expect((await turn({ name: NAME, off: false, reason: "확인함" })).status).toBe(200);
    expect(await offNames()).toEqual([]);
    expect((await board()).log).toHaveLength(2);
  });

  it("are not turned by agents", async () => {
    const refused = await turn({ name: NAME, off: true, reason: "제가 껐어요" }, minji);
    expect([refused.status, await refused.json()]).toEqual([403, { error: { code: "NOT_LEAD" } }]);
    expect((await turn({ name: NAME, off: true, reason: "왜" }, {})).status).toBe(401);
    expect((await turn({ name: NAME, off: true, reason: "왜" }, { ...lead, "x-ansim-desk": "0" })).status).toBe(403);
    expect((await desk.call("GET", "switches")).status).toBe(401);
    expect(await offNames()).toEqual([]);
  });

  it.each([
    ["no reason", { name: NAME, off: true, reason: "  " }],
    ["no state", { name: NAME, reason: "왜" }],
    ["an agent of its own choice", { name: NAME, off: true, reason: "왜", agent: "현우" }],
    ["not JSON", "{"],
  ])("refuse %s", async (_, body) => {
    expect((await turn(body)).status).toBe(400);
    expect(await offNames()).toEqual([]);
  });

  it("refuse what does not exist, and say when somebody was faster", async () => {
    expect((await turn({ name: "answer:kt-2025/nothing", off: true, reason: "왜" })).status).toBe(404);
    await turn({ name: NAME, off: true, reason: "먼저" });
    const late = await turn({ name: NAME, off: true, reason: "늦음" });
    expect([late.status, await late.json()]).toEqual([409, { error: { code: "SWITCH_SETTLED" } }]);
  });

  it("keep no personal data in a reason, and no reason in the log of the program", async () => {
    await turn({ name: "bot:kakao", off: true, reason: "고객 010-1234-5678 문의 때문에" });
    expect(JSON.stringify(await board())).not.toContain("1234");
    expect(desk.logged()).toContain('"name":"bot:kakao"');
    expect(desk.logged()).not.toContain("문의 때문에");
  });
});
