import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINE_LIMITS, toMessages } from "../../src/channels/line/render.ts";
import { NAVER_LIMITS, type NaverContent, toContents } from "../../src/channels/naver/render.ts";
import type { Said } from "../../src/core/message.ts";
import { plainText } from "../../src/wording/plain-text.ts";
import { everySaid } from "../contract/every-said.ts";

interface Rendered {
  /** What breaks a limit of the channel. */
  readonly faults: readonly string[];
  readonly words: string;
  /** What a press says. */
  readonly choices: readonly string[];
}

const tooLong = (what: string, text: string, max: number): readonly string[] =>
  text.trim() === "" ? [`${what} is empty`] : text.length > max ? [`${what} is too long`] : [];

function onLine(said: Said): Rendered {
  const messages = toMessages({ body: { kind: "bot", said } });
  const items = messages.flatMap(({ quickReply }) => quickReply?.items ?? []);
  const actions = items.map(({ action }) => action as { label: string; text: string });
  return {
    faults: [
      ...messages.flatMap(({ text }) => tooLong("a text", text, LINE_LIMITS.text)),
      ...(messages.length > LINE_LIMITS.messages ? ["too many messages"] : []),
      ...(items.length > LINE_LIMITS.buttons ? ["too many buttons"] : []),
      ...(messages.slice(0, -1).some(({ quickReply }) => quickReply !== undefined) ? ["buttons in the middle"] : []),
      ...actions.flatMap(({ label, text }) => [
        ...tooLong("a label", label, 20),
        ...tooLong("a button's text", text, 300),
      ]),
    ],
    words: messages.map(({ text }) => text).join("\n"),
    choices: actions.map(({ text }) => text),
  };
}

function partsOf(content: NaverContent) {
  if ("textContent" in content) {
    const { text, quickReply } = content.textContent;
    return { text, max: NAVER_LIMITS.text, buttons: quickReply?.buttonList ?? [], title: NAVER_LIMITS.quickTitle };
  }
  const [{ description, buttonList }] = content.compositeContent.compositeList;
  return { text: description, max: NAVER_LIMITS.description, buttons: buttonList, title: NAVER_LIMITS.cardTitle };
}

function onNaver(said: Said): Rendered {
  const parts = toContents({ body: { kind: "bot", said } }).map(partsOf);
  const buttons = parts.flatMap((part) => part.buttons);
  return {
    faults: [
      ...parts.flatMap(({ text, max }) => tooLong("a text", text, max)),
      ...(parts.length === 1 ? [] : ["not one content"]),
      ...(buttons.length > NAVER_LIMITS.buttons ? ["too many buttons"] : []),
      ...parts.flatMap((part) => part.buttons.flatMap(({ data }) => tooLong("a title", data.title, part.title))),
      ...buttons.flatMap(({ data }) => tooLong("a code", data.code, 1_000)),
    ],
    words: parts.map(({ text }) => text).join("\n"),
    choices: buttons.map(({ data }) => data.code.slice("say:".length)),
  };
}

const CHANNELS = { line: onLine, naver: onNaver };
const everything = await everySaid();
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

describe.each(Object.entries(CHANNELS))("%s", (_, render) => {
  it(`shows all ${everything.length} things that can be said within its limits, in full, with sources and buttons`, () => {
    const faults = everything.flatMap(({ name, said }) => {
      const { faults, words, choices } = render(said);
      return [
        ...faults,
        ...(bare(words).includes(bare(plainText(said.text))) ? [] : ["words are missing"]),
        ...said.sources.filter(({ url }) => !words.includes(url)).map(({ id }) => `${id}: no link`),
        ...said.buttons.filter((label) => !choices.includes(label)).map((label) => `${label} cannot be chosen`),
      ].map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it("keeps its limits whatever is said", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    const anything = fc.record({
      text: fc.array(words, { minLength: 1, maxLength: 900, size: "max" }).map((parts) => `글 ${parts.join(" ")}`),
      buttons: fc.array(
        words.map((label) => `단추 ${label}`),
        { maxLength: 16 },
      ),
    });
    fc.assert(
      fc.property(anything, ({ text, buttons }) => {
        const { faults, words: shown } = render({ key: "x", text, sources: [], buttons });
        expect(faults).toEqual([]);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("choices on Naver", () => {
  const said = (text: string, buttons: readonly string[]): Said => ({ key: "x", text, sources: [], buttons });
  const render = (text: string, buttons: readonly string[]) =>
    toContents({ body: { kind: "bot", said: said(text, buttons) } })[0];

  it("are quick buttons while their titles are short, and a card's buttons up to 18 letters", () => {
    expect(render("골라 주세요.", ["예", "아니요"])).toHaveProperty("textContent.quickReply.buttonList.length", 2);
    expect(render("골라 주세요.", ["아직 해지하지 않았어요요"])).toHaveProperty("compositeContent");
  });

  it("are numbered in the words when no title can hold them", () => {
    const long = "2025년 9월 1일 이후에 해지했어요, 위약금도 냈어요";
    expect(render("골라 주세요.", ["예", long])).toEqual({
      textContent: {
        text: `골라 주세요.\n\n1. 예\n2. ${long}`,
        quickReply: {
          buttonList: [
            { type: "TEXT", data: { title: "1. 예", code: "say:예" } },
            { type: "TEXT", data: { title: "2. 2025년…", code: `say:${long}` } },
          ],
        },
      },
    });
  });
});
