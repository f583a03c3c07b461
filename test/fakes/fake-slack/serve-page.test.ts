import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePage } from "./serve-page.ts";
import { type FakeSlack, startFakeSlack } from "./start-fake-slack.ts";

interface Shown {
  readonly messages: readonly { readonly ts: string }[];
  readonly thread: readonly { readonly text: string }[];
}

describe("the page of the fake Slack", () => {
  let slack: FakeSlack;
  beforeAll(async () => {
    slack = await startFakeSlack({ page: servePage, retryAfterMs: [] });
  });
  afterAll(() => slack.stop());

  const act = (body: object) => fetch(`${slack.address}/page/act`, { method: "POST", body: JSON.stringify(body) });
  const state = async (query: string): Promise<Shown> =>
    (await fetch(`${slack.address}/page/state?${query}`)).json() as Promise<Shown>;

  it.each(["/", "/page.js", "/page-blocks.js", "/page.css"])("serves %s", async (path) => {
    expect((await fetch(`${slack.address}${path}`)).status).toBe(200);
  });

  it("shows what a person writes, in the channel and in the thread", async () => {
    expect((await act({ kind: "write", user: "U0MINJI", channel: "C0TRIAGE", text: "안녕하세요" })).status).toBe(200);
    const { messages } = await state("user=U0MINJI&channel=C0TRIAGE");
    expect(messages).toMatchObject([{ name: "minji", text: "안녕하세요", replies: 0 }]);
    await act({ kind: "write", user: "U0JISOO", channel: "C0TRIAGE", thread: messages[0]?.ts, text: "네" });
    const { thread } = await state(`user=U0MINJI&channel=C0TRIAGE&thread=${messages[0]?.ts}`);
    expect(thread.map(({ text }) => text)).toEqual(["안녕하세요", "네"]);
  });

  it("says what is wrong with an act, and when the app is away", async () => {
    expect((await act({ kind: "dance" })).status).toBe(400);
    expect((await act({ kind: "press", user: "U0MINJI", view: "V1", action: "x" })).status).toBe(409);
    const { messages } = await state("user=U0MINJI&channel=C0TRIAGE");
    const press = { kind: "press", user: "U0MINJI", channel: "C0TRIAGE", ts: messages[0]?.ts, action: "claim" };
    expect(await (await act(press)).text()).toContain("there is no claim to press");
  });
});
