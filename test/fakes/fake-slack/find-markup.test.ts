import { describe, expect, it } from "vitest";
import { findMarkup } from "./find-markup.ts";

const QUIET = { unfurl_links: false, unfurl_media: false };
const kinds = (call: object): readonly string[] => findMarkup({ ...QUIET, ...call }).map(({ kind }) => kind);

describe("what Slack brings to life", () => {
  it.each([
    ["<!channel>", "broadcast"],
    ["<!here|here>", "broadcast"],
    ["<@U0MINJI>", "mention"],
    ["<!subteam^S012|@desk>", "mention"],
    ["<#C0TRIAGE|triage>", "channel"],
    ["<!date^1392734382^{date}|then>", "date"],
    ["<https://evil.example|bank>", "link"],
    ["<mailto:a@b.example|mail>", "link"],
    ["see https://evil.example now", "auto-link"],
  ])("%s is a %s, in the text and in a block", (text, kind) => {
    expect(kinds({ text })).toEqual([kind]);
    expect(kinds({ blocks: [{ type: "section", text: { type: "mrkdwn", text } }] })).toEqual([kind]);
  });

  it("leaves escaped and plain text alone", () => {
    expect(kinds({ text: "&lt;!channel&gt; &lt;@U0MINJI&gt; a < b > c @here" })).toEqual([]);
    expect(
      kinds({ blocks: [{ type: "section", text: { type: "plain_text", text: "<!channel> https://a.example" } }] }),
    ).toEqual([]);
    expect(kinds({ text: "https://a.example", parse: "none" })).toEqual([]);
    const verbatim = { type: "mrkdwn", text: "https://a.example", verbatim: true };
    expect(kinds({ blocks: [{ type: "section", text: verbatim }] })).toEqual([]);
  });

  it("links names when it is told to, and shows previews unless it is told not to", () => {
    expect(kinds({ text: "@here", link_names: true })).toEqual(["broadcast"]);
    expect(findMarkup({ text: "https://a.example" }).map(({ kind }) => kind)).toEqual(["auto-link", "unfurl"]);
  });

  it("sees into rich text", () => {
    const element = { type: "rich_text_section", elements: [{ type: "user", user_id: "U0MINJI" }] };
    expect(kinds({ blocks: [{ type: "rich_text", elements: [element] }] })).toEqual(["mention"]);
    const plain = { type: "rich_text_section", elements: [{ type: "text", text: "<!channel> https://a.example" }] };
    expect(kinds({ blocks: [{ type: "rich_text", elements: [plain] }] })).toEqual([]);
  });
});
