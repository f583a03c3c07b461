import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AgentAtDesk } from "../../contract/agent-at-desk.ts";
import { type RunningApp, startApp } from "../../contract/start-app.ts";
import { openWebCustomer } from "../../live-support/open-web-customer.ts";

describe("the conversation as a file", () => {
  let app: RunningApp;
  let agent: AgentAtDesk;
  beforeAll(async () => {
    app = await startApp({});
    agent = await app.agent("김상담");
  }, 60_000);
  afterAll(() => app?.stop());

  const fetchFile = (authorization?: string, locale = "ko-KR") =>
    fetch(`${app.address}/web-chat/transcript?locale=${locale}`, {
      headers: authorization === undefined ? {} : { authorization },
    });

  it("holds what the customer may see and nothing of staff or of others", async () => {
    const [one, other] = [await openWebCustomer(app.address), await openWebCustomer(app.address)];
    await other.say("다른 사람의 말이에요");
    await one.say("상담원 연결해 주세요");
    const mine = async () => (await agent.cases()).find(({ conversation }) => conversation === one.id)?.id;
    await expect.poll(mine, { timeout: 15_000 }).toBeDefined();
    const id = (await mine()) ?? "";
    await agent.act(id, { kind: "claim" });
    await agent.act(id, { kind: "note", text: "우리끼리 하는 말" });
    await agent.act(id, { kind: "reply", text: "확인해 드릴게요." });
    const text = async () => (await fetchFile(`Bearer ${one.token}`)).text();
    await expect.poll(text, { timeout: 15_000 }).toContain("확인해 드릴게요.");
    const file = await fetchFile(`Bearer ${one.token}`);
    expect(file.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="ansim-2026-01-12.txt"');
    expect(file.headers.get("cache-control")).toContain("no-store");
    const words = await file.text();
    expect(words).toMatch(/\[2026-01-12 10:\d\d\] 나\n상담원 연결해 주세요/);
    expect(words).toContain("상담원 김상담");
    expect(words).not.toContain("우리끼리");
    expect(words).not.toContain("다른 사람의 말");
    expect(await (await fetchFile(`Bearer ${one.token}`, "en-US")).text()).toContain("Agent 김상담");
  });

  it("is for the holder of the token only", async () => {
    for (const authorization of [undefined, "Bearer ", "Bearer aaaa.bbbb.cccc"]) {
      expect((await fetchFile(authorization)).status).toBeGreaterThanOrEqual(401);
    }
  });

  it("is pointed at in the chat", async () => {
    const customer = await openWebCustomer(app.address);
    await customer.say("대화 내용 보내 주세요");
    const said = async () => (await customer.shown()).map(({ text }) => text).join("\n");
    await expect.poll(said, { timeout: 15_000 }).toContain("대화 저장");
  });
});
