import { describe, expect, it } from "vitest";
import { loadContent } from "../../src/content/load-content.ts";
import { NOTHING_OFF } from "../../src/core/switch.ts";
import { projectRoot } from "../../src/project-root.ts";
import { type CaseTopic, suggestReplies } from "../../src/turn/suggest-replies.ts";
import { startWithCustomers } from "../desk/start-with-customers.ts";

const content = await loadContent(projectRoot);
const pack = content.packs.get("kt-2025");
if (pack === undefined) throw new Error("no pack");

const about = (more: Partial<CaseTopic> = {}): CaseTopic => ({ reason: "asked", language: "ko", told: [], ...more });
const suggest = (topic: CaseTopic, day = "2026-03-01", off = NOTHING_OFF) => suggestReplies(pack, topic, day, off);
const fitting = (topic: CaseTopic, day?: string) =>
  suggest(topic, day)
    .filter(({ fits }) => fits)
    .map(({ key }) => key);

describe("suggestReplies", () => {
  it("puts what was asked last before what was told and why the case was opened", () => {
    expect(fitting(about())).toEqual(["first-words"]);
    expect(fitting(about({ topic: "waiver_payout" }))).toEqual(["refund-not-come", "first-words"]);
    expect(fitting(about({ topic: "mp_refund", told: ["LATE_REASON_TO_CHECK"], reason: "referral" }))).toEqual([
      "suspicious-charge",
      "late-with-a-reason",
      "records-needed",
    ]);
    expect(fitting(about({ reason: "danger" }))).toEqual(["money-leaving"]);
  });

  it("shows the others after those that fit", () => {
    expect(suggest(about({ topic: "waiver_payout" }))).toHaveLength(pack.replies.length);
  });

  it("leaves out what is not in force on the day", () => {
    expect(fitting(about({ topic: "waiver_payout" }), "2026-01-20")).toEqual(["first-words"]);
    expect(suggest(about(), "2026-01-20").map(({ key }) => key)).not.toContain("refund-not-come");
  });

  it("fills in the facts in the customer's language and leaves the blanks to see", () => {
    const [ko] = suggest(about({ topic: "waiver_payout" }));
    expect(ko?.text).toContain("〔신청한 날〕에 신청하셨는데");
    expect(ko?.text).toContain("2026년 2월 19일");
    const [en] = suggest(about({ topic: "waiver_payout", language: "en" }));
    expect(en?.text).toContain("applied on 〔the day of applying〕");
    expect(`${ko?.text}${en?.text}`).not.toContain("{{");
  });

  it("has no words for one whose facts changed, or whose answer leads have turned off", () => {
    const replies = pack.replies.map((reply) => ({ ...reply, approved: "another" }));
    const stale = suggestReplies({ ...pack, replies }, about(), "2026-03-01", NOTHING_OFF);
    expect(stale.every(({ needsLook, text }) => needsLook && text === undefined)).toBe(true);
    const off = { ...NOTHING_OFF, answer: (id: string) => id === "waiver_payout" };
    const shown = suggest(about({ topic: "waiver_payout" }), "2026-03-01", off);
    expect(shown.filter(({ needsLook }) => needsLook).map(({ key }) => key)).toEqual(["refund-not-come"]);
  });
});

describe("a case", () => {
  it("comes with the replies that fit what the customer last asked, also when the answer to that was held back", async () => {
    const on = await startWithCustomers();
    await on.customer("mp_refund");
    await on.customer("thanks");
    await on.customer("contact_agent");
    await on.assistantOnly();
    const view = await on.viewCase((await on.newestCase()).id);
    expect(view?.replies?.[0]).toMatchObject({ key: "suspicious-charge", fits: true, needsLook: false });
    await on.store.close();
  });
});
