import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningDesk, startDesk } from "./start-desk.ts";

let desk: RunningDesk;
let minji: { readonly cookie: string };

beforeEach(async () => {
  desk = await startDesk();
  minji = await desk.login("민지");
  await desk.notUnderstood("뭐시기");
});
afterEach(() => desk.close());

const act = (body: unknown, headers: Readonly<Record<string, string>> = minji) =>
  desk.call("POST", `reviews/${encodeURIComponent("id-뭐시기")}`, body, headers);
const list = async () => (await desk.call("GET", "reviews", undefined, minji)).json();

describe("sentences to review", () => {
  it("are listed, with the meanings that can be chosen", async () => {
    expect(await list()).toMatchObject({ open: [{ text: "뭐시기", count: 1 }], labelled: [] });
    expect(await (await desk.call("GET", "labels", undefined, minji)).json()).toEqual({
      labels: [{ intent: "waiver_window", label: { ko: "위약금 면제 기간", en: "Waiver dates" } }],
    });
  });

  it("get a label, under the agent of the session, which can be taken back", async () => {
    expect((await act({ kind: "label", label: "waiver_window" })).status).toBe(200);
    expect(await list()).toMatchObject({ open: [], labelled: [{ label: "waiver_window", agent: { name: "민지" } }] });
    expect((await act({ kind: "reopen" })).status).toBe(200);
    expect(await list()).toMatchObject({ open: [{ text: "뭐시기" }], labelled: [] });
  });

  it("are set aside, and settled once", async () => {
    expect((await act({ kind: "dismiss" })).status).toBe(200);
    const late = await act({ kind: "label", label: "deny" });
    expect([late.status, await late.json()]).toEqual([409, { error: { code: "REVIEW_SETTLED" } }]);
    expect(await list()).toEqual({ open: [], labelled: [] });
  });

  it.each([
    ["no act", {}],
    ["an unknown act", { kind: "delete" }],
    ["what only the command line may do", { kind: "propose", label: "deny" }],
    ["an unknown label", { kind: "label", label: "something" }],
    ["a name of its own choice", { kind: "dismiss", agent: "현우" }],
    ["not JSON", "{"],
  ])("refuse %s", async (_, body) => {
    expect((await act(body)).status).toBe(400);
    expect(await list()).toMatchObject({ open: [{ text: "뭐시기" }] });
  });

  it("are only for staff, and only changed from the desk page itself", async () => {
    for (const path of ["reviews", "labels"]) expect((await desk.call("GET", path)).status).toBe(401);
    expect((await act({ kind: "dismiss" }, {})).status).toBe(401);
    expect((await act({ kind: "dismiss" }, { ...minji, "x-ansim-desk": "0" })).status).toBe(403);
    expect((await act({ kind: "dismiss" }, { ...minji, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(await list()).toMatchObject({ open: [{ text: "뭐시기" }] });
  });

  it("leave a trace of who decided, without the words", async () => {
    await act({ kind: "label", label: "waiver_window" });
    expect(desk.logged()).toMatch(/"desk.review","fields":\{"agent":"page-[0-9a-f]{16}","from":"127.0.0.1"/);
    expect(desk.logged()).toContain('"act":"label"');
  });
});
