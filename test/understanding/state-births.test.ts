import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/understanding/normalise.ts";
import { createReadFacts, type ReadFacts } from "../../src/understanding/read-facts.ts";
import { createReadSupposed } from "../../src/understanding/read-supposed.ts";
import { readValue } from "../../src/understanding/read-value.ts";
import { packWords } from "./birth-facts.ts";

const TODAY = "2026-03-02";
const OLDER = "by_12_january_1961";
const YOUNGER = "from_2_february_1961";

/** `born=between age_now=from_19?` of these two facts only. */
const told = (read: ReadFacts, text: string): string =>
  read(normalise(text), TODAY)
    .filter(({ fact }) => fact === "born" || fact === "age_now")
    .map(({ fact, value, guessed }) => `${fact}=${value}${guessed ? "?" : ""}`)
    .toSorted()
    .join(" ");
const readFacts = createReadFacts(packWords);
const readSupposed = createReadSupposed(packWords);
const reply = (fact: string, text: string) =>
  readValue(normalise(text), { fact, vocabulary: packWords, today: TODAY })?.value;

describe("times of birth that nobody asked for", () => {
  it.each([
    ["저 68세인데 보험 가입되나요?", `age_now=from_19 born=${OLDER}`],
    ["저 65세인데 보험 가입되나요?", "age_now=from_19"],
    ["저는 만 66세예요", `age_now=from_19 born=${OLDER}`],
    ["1955년생인데 신청해야 하나요?", `age_now=from_19 born=${OLDER}`],
    ["1961년생인데 신청해야 하나요?", "age_now=from_19"],
    ["61년 1월 20일생입니다", "age_now=from_19 born=between"],
    ["제가 1980년에 태어났는데 보험은요?", `age_now=from_19 born=${YOUNGER}`],
    ["어머니가 70세인데 자동 가입되나요?", `age_now=from_19? born=${OLDER}?`],
    ["어머니 보험 때문에요. 70세예요.", `age_now=from_19? born=${OLDER}?`],
    ["저는 70세인데 아들이 대신 신청해도 되나요?", `age_now=from_19 born=${OLDER}`],
    ["우리 애가 12살인데 티빙 볼 수 있어요?", `age_now=under_14? born=${YOUNGER}?`],
    ["16살 아들이 쓰는 폰이에요", `age_now=from_14_to_18? born=${YOUNGER}?`],
    ["일흔 넘었는데 따로 신청하나요", `age_now=from_19 born=${OLDER}`],
    ["저 70대인데 신청해야 하나요", `age_now=from_19 born=${OLDER}`],
    ["I'm 70, is it automatic?", `age_now=from_19 born=${OLDER}`],
    ["I'm 70 years old and do I need to apply", `age_now=from_19 born=${OLDER}`],
    ["I was born in 1950", `age_now=from_19 born=${OLDER}`],
    ["born in 1980, do I have to apply?", `age_now=from_19 born=${YOUNGER}`],
    ["my mother is 70, is she covered?", `age_now=from_19? born=${OLDER}?`],
    ["my son is 13 years old", `age_now=under_14? born=${YOUNGER}?`],
  ])("%s → %s", (text, facts) => expect(told(readFacts, text)).toBe(facts));

  it.each([
    ["asks about an age", "70세는 자동인가요?"],
    ["asks whether", "70세예요?"],
    ["names a rule", "65세 이상은 신청 안 해도 되나요?"],
    ["tells a rule", "보험이 70세 이상인데 맞나요?"],
    ["imagines", "70세면 자동인가요?"],
    ["denies", "70세 아니에요"],
    ["names two people", "저는 40세이고 어머니는 70세인데요"],
    ["looks ahead", "내년에 70세인데요"],
    ["looks back", "60세 때 가입했어요"],
    ["imagines in English", "if I was born in 1950 is it automatic"],
    ["asks about anybody in English", "can people 70 years old join?"],
  ])("no time of birth where it %s: %s", (_, text) =>
    expect(
      told(readFacts, text)
        .replace(/age_now=\S+/, "")
        .trim(),
    ).toBe(""),
  );

  it("a day of birth is no day of anything else", () => {
    const read = readFacts(normalise("61년 1월 20일생인데 해지했어요"), TODAY);
    expect(read.find(({ fact }) => fact === "termination")).toBeUndefined();
  });
});

describe("times of birth of a case that is only imagined", () => {
  it.each([
    ["62년생이면요?", `age_now=from_19? born=${YOUNGER}?`],
    ["그럼 55년생은요?", `age_now=from_19? born=${OLDER}?`],
    ["13살이면요?", `age_now=under_14? born=${YOUNGER}?`],
    ["만 14세면요?", `age_now=from_14_to_18? born=${YOUNGER}?`],
    ["1961년 1월 20일에 태어났으면요?", "age_now=from_19? born=between?"],
    ["70세 넘었으면요?", `age_now=from_19? born=${OLDER}?`],
    ["what if I was born in 1950?", `age_now=from_19? born=${OLDER}?`],
    ["if she is 70 years old?", `age_now=from_19? born=${OLDER}?`],
    ["61년생이면요?", "age_now=from_19?"],
  ])("%s → %s", (text, facts) => expect(told(readSupposed, text)).toBe(facts));
});

describe("replies to the question for a time of birth or an age", () => {
  it.each([
    ["born", "1955년이요", OLDER],
    ["born", "62년생", YOUNGER],
    ["born", "61년생이요", undefined],
    ["born", "61년 1월 10일", OLDER],
    ["born", "1961년 1월 13일", "between"],
    ["born", "1961년 2월 1일부터", undefined],
    ["born", "61년 3월이요", YOUNGER],
    ["born", "1961년 1월 12일까지", OLDER],
    ["born", "1961년 2월 2일부터", YOUNGER],
    ["born", "그 사이예요", "between"],
    ["born", "By 12 January 1961", OLDER],
    ["born", "From 2 February 1961", YOUNGER],
    ["born", "2번", YOUNGER],
    ["born", "일흔이요", OLDER],
    ["born", "칠십 넘었어요", OLDER],
    ["born", "72", undefined],
    ["born", "72세요", OLDER],
    ["born", "어머니는 70세예요", OLDER],
    ["born", "65세면 자동인가요?", undefined],
    ["born", "1950 or earlier", OLDER],
    ["age_now", "65", "from_19"],
    ["age_now", "20살이요", undefined],
    ["age_now", "만 20세", "from_19"],
    ["age_now", "만 19세예요", "from_19"],
    ["age_now", "13살", "under_14"],
    ["age_now", "15살", undefined],
    ["age_now", "열여섯", "from_14_to_18"],
    ["age_now", "14세 미만", "under_14"],
    ["age_now", "14살 미만 자녀예요", "under_14"],
    ["age_now", "18세 미만", undefined],
    ["age_now", "만 14~18세", "from_14_to_18"],
    ["age_now", "성인이에요", "from_19"],
    ["age_now", "초등학생이요", "under_14"],
    ["age_now", "2007년 3월 2일생이에요", undefined],
    ["age_now", "2007년 3월 1일생이에요", "from_19"],
    ["age_now", "2007년 3월 3일생이에요", "from_14_to_18"],
    ["age_now", "만 19세인데 오늘이 생일이에요", "edge"],
    ["age_now", "sixteen", "from_14_to_18"],
    ["age_now", "he is 13", "under_14"],
    ["age_now", "19 or over", "from_19"],
  ])("%s: %s → %s", (fact, text, value) => expect(reply(fact, text)).toBe(value));
});

describe("evidence", () => {
  const pieces = fc.constantFrom(
    ...[
      "61년생",
      "1961년 1월 10일",
      "만 ",
      "65세",
      "예순다섯 살",
      "육십이",
      "이에요",
      "인데",
      "이면요?",
      "저는 ",
      "어머니가 ",
    ],
    ...["born in 1961", "I'm 70", ", ", ". ", " ", "넘었어요", " 이상", "생", "and ", "1961", "72"],
  );
  it("of a time of birth stands in the text where it says", () => {
    let seen = 0;
    const property = fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = normalise(parts.join(""));
      const replied = readValue(text, { fact: "born", vocabulary: packWords, today: TODAY });
      const reads = [
        ...readFacts(text, TODAY),
        ...readSupposed(text, TODAY),
        ...(replied === undefined ? [] : [replied]),
      ];
      for (const { at, evidence } of reads) {
        seen += 1;
        expect(evidence).not.toBe("");
        expect(text.slice(at, at + evidence.length)).toBe(evidence);
      }
    });
    fc.assert(property, { numRuns: 3_000, seed: 7 });
    expect(seen).toBeGreaterThan(1_000);
  });
});
