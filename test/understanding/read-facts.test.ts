import { describe, expect, it } from "vitest";
import { normalise } from "../../src/understanding/normalise.ts";
import { createReadFacts } from "../../src/understanding/read-facts.ts";
import { vocabulary } from "./vocabulary.ts";

const readFacts = createReadFacts(vocabulary);

/** `line_kind=mvno termination=2025-10-03?` */
const read = (text: string): string =>
  readFacts(normalise(text), "2026-01-10")
    .map(({ fact, value, to, guessed }) => `${fact}=${value}${to === undefined ? "" : `..${to}`}${guessed ? "?" : ""}`)
    .join(" ");

describe("facts that nobody asked for", () => {
  it.each([
    ["알뜰폰인데 10월 3일에 해지했어요", "line_kind=mvno termination=2025-10-03?"],
    ["저는알뜰폰인데요", "line_kind=mvno"],
    ["알뜰폰 쓰는데 위약금 면제 돼요?", "line_kind=mvno"],
    ["작년 10월 3일에 번호이동 했어요", "termination=2025-10-03"],
    ["9월 5일에 기변하고 10월 3일에 해지했어요", "contract_event=2025-09-05? termination=2025-10-03?"],
    [
      "10월에 해지했고 2023년에 가입했어요",
      "termination=2025-10-01..2025-10-31? contract_event=2023-01-01..2023-12-31?",
    ],
    ["입원해서 기간을 놓쳤어요", "hardship=hospital"],
    ["아들이 군대에 있어서 못 했어요", "hardship=military?"],
    ["엄마가 알뜰폰인데 면제돼요?", "line_kind=mvno?"],
    ["엄마 폰이 알뜰폰이에요", "line_kind=mvno?"],
    ["저는 10월 5일에 SKT로 번호이동했어요", "termination=2025-10-05?"],
    ["아니 후불이에요", "line_kind=mobile"],
    ["알뜰폰 말고 후불이에요", "line_kind=mobile"],
    ["알뜰폰 휴대폰이에요", "line_kind=mvno"],
    ["해지 안 했어요", "termination=none"],
    ["I'm on an MVNO, does the waiver apply?", "line_kind=mvno"],
    ["I cancelled on October 3 2025", "termination=2025-10-03"],
    ["1월 20일에 해지하면 되나요", "termination=2026-01-20?"],
  ])("%s → %s", (text, facts) => expect(read(text)).toBe(facts));

  it.each([
    ["asks about a kind of line", "알뜰폰도 면제되나요?"],
    ["asks about others", "알뜰폰 쓰는 사람은 제외인가요"],
    ["denies", "알뜰폰 아니에요"],
    ["names where to", "알뜰폰으로 옮겼어요"],
    ["names a means", "인터넷으로 신청하려고요"],
    ["names a place", "TV에서 봤어요"],
    ["compares", "SKT는 면제해줬는데 KT는 왜 안 해줘요"],
    ["names a deadline", "1월 13일까지 해지해야 하나요?"],
    ["names a rule", "9월 1일 이후 가입자는 제외인가요"],
    ["says when something else was", "10월 3일에 뉴스 봤어요"],
    ["joins something else", "2월 1일에 보험 가입했어요"],
    ["says what stands under several facts", "없어요"],
    ["is about a fragment of a word", "법인폰이에요"],
    ["says what was before", "SKT 쓰다가 KT로 왔어요"],
    ["names two different lines", "하나는 알뜰폰이고 하나는 선불폰이에요"],
    ["denies in English", "I'm not on an mvno"],
    ["goes somewhere in English", "moving to a budget carrier"],
  ])("none where it %s: %s", (_, text) => expect(read(text)).toBe(""));
});
