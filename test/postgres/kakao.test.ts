import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SkillResponse } from "../../src/channels/kakao/skill-response.ts";
import { BOT, SECRET, shownOf, skillBody, skillRequest } from "../channels/kakao/kakao-customer.ts";
import { expectedWords, timesShown } from "../contract/expected-words.ts";
import { sendRaw } from "../contract/send-raw.ts";
import { type RunningApp, startApp } from "../contract/start-app.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("KakaoTalk before two processes", () => {
  let schema: TestSchema;
  let apps: readonly RunningApp[] = [];
  let calls = 0;
  beforeAll(async () => {
    schema = await newSchema();
    const settings = { DATABASE_URL: schema.url, KAKAO_SKILL_SECRET: SECRET, KAKAO_BOT_IDS: BOT };
    apps = [await startApp(settings), await startApp(settings)];
  }, 60_000);
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await schema.drop();
  });

  const door = (index: number): RunningApp => {
    const app = apps[index % apps.length];
    if (app === undefined) throw new Error("no process runs");
    return app;
  };
  const callAt = async (index: number, user: string, text: string) => {
    const { status, body } = await sendRaw(door(index).address, skillRequest(skillBody(user, text)));
    expect(status).toBe(200);
    return shownOf(JSON.parse(body) as SkillResponse);
  };
  /** Each call goes to the other process than the one before. */
  const call = (user: string, text: string) => callAt(++calls, user, text);

  it("answers each message in its own call, whichever process takes it", async () => {
    for (const [text, key] of [
      ["위약금 면제 되나요?", "ask.line_kind"],
      ["KT 휴대폰", "ask.contract_event"],
      ["그런 적 없어요", "ask.termination"],
      ["아직 안 했어요", "ask.special_case"],
      ["해당 없어요", "COVERED_IF_CANCELLED.open"],
    ] as const) {
      const shown = await call("u1", text);
      expect([key, timesShown(shown, expectedWords(key))]).toEqual([key, 1]);
    }
  });

  it("shows an agent's late answer, whichever process the agent used", async () => {
    await call("u2", "상담원 연결해 주세요");
    const agent = await door(0).agent("민지");
    const [mine] = await agent.cases();
    if (mine === undefined) throw new Error("no case was opened");
    await agent.act(mine.id, { kind: "claim" });
    await agent.act(mine.id, { kind: "reply", text: "확인했습니다." });
    await expect
      .poll(() => schema.query("SELECT 1 FROM outbox WHERE target = 'channel' AND state = 'new'"))
      .toHaveLength(2);
    const shown = await callAt(1, "u2", "여보세요");
    expect(shown.map(({ text }) => text).join("\n")).toMatch(
      /민지님이 연결됐어요[\s\S]*\[상담원 민지\]\n확인했습니다\./,
    );
    expect(await callAt(0, "u2", "네")).toEqual([
      { text: expect.stringContaining("상담원에게 전했어요"), buttons: [] },
    ]);
  });

  it("takes one call that comes to both as one message, and answers both", async () => {
    await call("u3", "안녕하세요");
    const question = "유심 교체는 무료인가요?";
    // Somebody holds the conversation for a second, so that both calls have come before its turn.
    await schema.query(
      "UPDATE conversation SET lease_until = store_now() + interval '1 s', holder = (SELECT id FROM worker LIMIT 1)",
    );
    const both = await Promise.all([callAt(0, "u3", question), callAt(1, "u3", question)]);
    const said = await schema.query("SELECT activity FROM arrival WHERE activity::text LIKE $1", [`%${question}%`]);
    expect(said).toHaveLength(1);
    const words = expectedWords("usim_eligibility");
    expect(both.map((shown) => timesShown(shown, words))).toEqual([1, 1]);
  });
});
