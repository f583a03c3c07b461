import { describe, expect, it } from "vitest";
import { normalise } from "../../src/understanding/normalise.ts";
import { createReadSupposed } from "../../src/understanding/read-supposed.ts";
import { vocabulary } from "./vocabulary.ts";

const readSupposed = createReadSupposed(vocabulary);

/** `line_kind=mvno termination=2026-01-20` */
const read = (text: string): string =>
  readSupposed(normalise(text), "2026-01-05")
    .map(({ fact, value, to }) => `${fact}=${value}${to === undefined ? "" : `..${to}`}`)
    .join(" ");

describe("a case that is only imagined", () => {
  it.each([
    ["그럼 1월 10일에 해지하면요?", "termination=2026-01-10"],
    ["1월 20일에 해지하면 어떻게 되나요", "termination=2026-01-20"],
    ["만약에 제가 12월 1일에 나갔다면?", "termination=2025-12-01"],
    ["지난주에 해지했다면요", "termination=2025-12-29..2026-01-04"],
    ["다음 달에 나가면 돈 내야 해요?", "termination=2026-02-01..2026-02-28"],
    ["그럼 1월 20일은요?", "termination=2026-01-20"],
    ["1월 15일이면요?", "termination=2026-01-15"],
    ["작년 8월에 기변했으면요?", "contract_event=2025-08-01..2025-08-31"],
    ["9월 5일에 기변한 경우는요?", "contract_event=2025-09-05"],
    ["알뜰폰이면요?", "line_kind=mvno"],
    ["그럼 알뜰폰이었으면요?", "line_kind=mvno"],
    ["제가 선불폰이면 어떻게 돼요", "line_kind=prepaid"],
    ["입원했으면요?", "hardship=hospital"],
    ["what if I cancel on January 20?", "termination=2026-01-20"],
    ["if I had cancelled on Jan 5 would it be free", "termination=2026-01-05"],
    ["what if it was prepaid", "line_kind=prepaid"],
    ["what about January 20?", "termination=2026-01-20"],
  ])("%s → %s", (text, facts) => expect(read(text)).toBe(facts));

  it.each([
    ["only says a day", "1월 9일이요"],
    ["asks without a case", "위약금 면제 되나요"],
    ["tells what is so", "알뜰폰인데 10월 3일에 해지했어요"],
    ["goes to another line", "알뜰폰으로 옮기면 면제되나요?"],
    ["asks how much", "1월 20일에 해지하면 위약금 얼마예요?"],
    ["asks when", "알뜰폰이면 환급은 언제 돼요?"],
    ["names no day", "SKT로 옮기면 위약금 얼마예요"],
    ["imagines that it was not", "기변을 9월에 안 했으면요?"],
    ["is about something else", "화면이 안 나와요 1월 10일"],
    ["speaks of two things at once", "쓰면서 알뜰폰 알아봤어요"],
    ["says only a word that ends alike", "반면 알뜰폰은 비싸요"],
  ])("none where it %s: %s", (_, text) => expect(read(text)).toBe(""));
});
