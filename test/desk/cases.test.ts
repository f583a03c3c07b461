import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseId } from "../../src/core/ids.ts";
import { openSocket } from "../http/open-socket.ts";
import { aCase, type RunningDesk, startDesk } from "./start-desk.ts";

let desk: RunningDesk;
let minji: { readonly cookie: string };

beforeEach(async () => {
  desk = await startDesk();
  minji = await desk.login("민지");
  desk.cases.set("one", aCase("one"));
});

afterEach(() => desk.close());

const act = (body: unknown, id = "one") => desk.call("POST", `cases/${id}/acts`, body, minji);

describe("cases", () => {
  it("are listed with the server's time, and shown with what is known", async () => {
    const list = await (await desk.call("GET", "cases", undefined, minji)).json();
    expect(list).toMatchObject({ now: desk.clock.now(), cases: [{ id: "one", status: "queued" }] });
    const one = await (await desk.call("GET", "cases/one", undefined, minji)).json();
    expect(one).toMatchObject({ view: { case: { id: "one" }, known: [{ label: "회선", value: "알뜰폰" }] } });
    expect((await desk.call("GET", "cases/none", undefined, minji)).status).toBe(404);
  });

  it("leave a trace of who looked", async () => {
    await desk.call("GET", "cases/one", undefined, minji);
    expect(desk.logged()).toMatch(
      /"desk.case_read","fields":\{"agent":"page-[0-9a-f]{16}","from":"127.0.0.1","case":"one"/,
    );
  });
});

describe("acts", () => {
  it("take the road of every arrival, under the agent of the session", async () => {
    const answer = await act({ id: "act-12345678", act: { kind: "reply", text: "안녕하세요" } });
    expect([answer.status, await answer.json()]).toEqual([202, { kind: "accepted", seq: 1 }]);
    expect(desk.arrivals).toEqual([
      {
        conversation: "conversation of one",
        channel: "kakao",
        dedupeKey: "desk:act-12345678",
        activity: {
          kind: "desk",
          agent: { id: expect.stringMatching(/^page-/), name: "민지" },
          act: { kind: "reply", text: "안녕하세요" },
          case: "one",
        },
      },
    ]);
  });

  it("sent twice are one", async () => {
    const claim = { id: "act-12345678", act: { kind: "claim" } };
    await act(claim);
    expect(await (await act(claim)).json()).toEqual({ kind: "duplicate", seq: 1 });
    expect(desk.arrivals).toHaveLength(1);
  });

  it.each([
    ["no act", { id: "act-12345678" }],
    ["an unknown act", { id: "act-12345678", act: { kind: "delete" } }],
    ["a name of its own choice", { id: "act-12345678", act: { kind: "claim", agent: "현우" } }],
    ["an empty note", { id: "act-12345678", act: { kind: "note", text: " \0 " } }],
    ["a reply that is too long", { id: "act-12345678", act: { kind: "reply", text: "가".repeat(4_001) } }],
    ["an unknown reason", { id: "act-12345678", act: { kind: "close", reason: "bored" } }],
    ["a short id", { id: "1", act: { kind: "claim" } }],
    ["not JSON", "{"],
    ["a list", []],
  ])("are refused with %s", async (_, body) => {
    expect((await act(body)).status).toBe(400);
    expect(desk.arrivals).toEqual([]);
  });

  it("lose NUL and halves of surrogate pairs before they go on", async () => {
    await act('{"id":"act-12345678","act":{"kind":"note","text":" 가\\u0000나\\ud800 "}}');
    expect(desk.arrivals[0]?.activity).toMatchObject({ act: { kind: "note", text: "가나\uFFFD" } });
  });

  it("on a closed case do not land on the next one of the same customer", async () => {
    desk.cases.set("old", aCase("old", { status: "closed" }));
    expect((await act({ id: "act-12345678", act: { kind: "claim" } }, "old")).status).toBe(409);
    expect((await act({ id: "act-12345678", act: { kind: "claim" } }, "none")).status).toBe(404);
    expect(desk.arrivals).toEqual([]);
  });

  it("are noted without a word of what was written", async () => {
    await act({ id: "act-12345678", act: { kind: "reply", text: "아주 비밀스러운 답" } });
    expect(desk.logged()).toContain('"act":"reply"');
    expect(desk.logged()).not.toContain("비밀");
  });
});

describe("news", () => {
  it("of a case reach every open page; a refusal only the agent it is for", async () => {
    const hyunwoo = await desk.login("현우");
    const [mine, mineToo, other] = await Promise.all(
      [minji, minji, hyunwoo].map((session) => openSocket(`${desk.url}/desk/api/live`, session)),
    );
    const me = (await (await desk.call("GET", "me", undefined, minji)).json()) as { agent: { id: string } };
    const refused = { kind: "refused", case: caseId("one"), agent: me.agent.id, why: "taken" } as const;
    const changed = { kind: "case-changed", case: caseId("one") } as const;
    expect(await desk.desk.send({ id: 1, attempts: 1, news: refused })).toEqual({ kind: "sent" });
    await desk.desk.send({ id: 2, attempts: 1, news: changed });
    for (const page of [mine, mineToo]) {
      const received = await page?.until((frames) => frames.length === 2);
      expect(received?.map((frame) => JSON.parse(frame))).toEqual([refused, changed]);
    }
    expect((await other?.until((frames) => frames.length === 1))?.map((frame) => JSON.parse(frame))).toEqual([changed]);
    for (const page of [mine, mineToo, other]) page?.destroy();
  });

  it("of another process reach the pages here, which look again when some may have been missed", async () => {
    const page = await openSocket(`${desk.url}/desk/api/live`, minji);
    const changed = { kind: "case-changed", case: caseId("one") } as const;
    desk.elsewhere.tell({ kind: "desk", news: changed });
    const received = await page.until((frames) => frames.length === 1);
    expect(received.map((frame) => JSON.parse(frame))).toEqual([changed]);
    desk.elsewhere.tell({ kind: "missed" });
    expect(await page.closed).toBe(1013);
  });

  it("are sent also when nobody is there", async () => {
    expect(await desk.desk.send({ id: 1, attempts: 1, news: { kind: "case-changed", case: caseId("one") } })).toEqual({
      kind: "sent",
    });
  });
});
