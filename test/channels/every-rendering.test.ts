import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everySaid } from "../contract/every-said.ts";
import { FAR_CHANNEL_IDS, renderedOnFarChannel } from "./bot-framework/rendered-on-far-channel.ts";
import { renderedOnKakao } from "./kakao/rendered-on-kakao.ts";
import { renderedOnLine } from "./line/rendered-on-line.ts";
import { renderedOnNaver } from "./naver/rendered-on-naver.ts";
import type { Render } from "./rendered.ts";
import { renderedOnWebChat } from "./web-chat/rendered-on-web-chat.ts";

const CHANNELS: readonly (readonly [string, Render])[] = [
  ["web-chat", renderedOnWebChat],
  ["kakao", renderedOnKakao],
  ["line", renderedOnLine],
  ["naver", renderedOnNaver],
  ...FAR_CHANNEL_IDS.map((id) => [`bot-framework, ${id}`, renderedOnFarChannel(id)] as const),
];

/** Letters, digits, and what stands between them in figures like "1~2개월". */
const bare = (markdown: string): string => markdown.replace(/\]\([^)]*\)/g, "]").replace(/[^\p{L}\p{N}~]/gu, "");
const everything = await everySaid();

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const anything = fc.record({
  text: fc.array(words, { minLength: 1, maxLength: 900, size: "max" }).map((parts) => `글 ${parts.join(" ")}`),
  buttons: fc.array(
    words.map((label) => `단추 ${label}`),
    { maxLength: 16 },
  ),
});

describe.each(CHANNELS)("%s", (_, render) => {
  it(`keeps the limits for all ${everything.length} things that can be said, in full, with every source and choice`, () => {
    const faults = everything.flatMap(({ name, said }) => {
      const { faults, words, sent, choices } = render(said);
      return [
        ...faults,
        ...(bare(words).includes(bare(said.text)) ? [] : ["words are missing"]),
        ...said.sources.filter(({ url }) => !sent.includes(url)).map(({ id }) => `${id}: no link`),
        ...said.buttons.filter((label) => !choices.includes(label)).map((label) => `${label} cannot be chosen`),
      ].map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it("keeps its limits whatever is said", () => {
    fc.assert(
      fc.property(anything, ({ text, buttons }) => {
        expect(render({ key: "x", text, sources: [], buttons }).faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
