import { beforeAll, describe, expect, it } from "vitest";
import type { OpenQuestion } from "../../src/core/conversation.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { createUnderstand } from "../../src/understanding/index.ts";
import { shipped, shippedModels } from "./shipped-intents.ts";
import { vocabulary } from "./vocabulary.ts";

const TODAY = "2026-01-10";
let understand: Understand;

beforeAll(async () => {
  understand = createUnderstand({ models: await shippedModels(), labels: shipped.labels, vocabulary });
}, 300_000);

const fact = (name: string): OpenQuestion => ({ kind: "fact", fact: name, benefit: "waiver" });
const OPEN: Readonly<Record<string, OpenQuestion>> = {
  line: fact("line_kind"),
  term: fact("termination"),
  contract: fact("contract_event"),
  hardship: fact("hardship"),
  claim: fact("claim_made"),
  confirm: { kind: "confirm", fact: "termination", value: "2025-10-03" },
  person: { kind: "person" },
  which: { kind: "intent", intents: ["waiver_window", "waiver_amount", "waiver_how_apply"] },
  one: { kind: "intent", intents: ["waiver_window"] },
};

const say = (text: string, open?: string) =>
  understand(text, {
    language: /[가-힣ㄱ-ㅎ]/.test(text) ? "ko" : "en",
    today: TODAY,
    ...(open === undefined ? {} : { open: OPEN[open] as OpenQuestion }),
  });

/** The reply in one word: `mvno`, `2025-10-03?`, `yes`, `waiver_window`. */
function reply(text: string, open: string): string | undefined {
  const found = say(text, open).reply;
  if (found === undefined) return undefined;
  if (found.kind === "value")
    return `${found.read.value}${found.read.to === undefined ? "" : `..${found.read.to}`}${found.read.guessed ? "?" : ""}`;
  return found.kind === "intent" ? found.intent : found.kind;
}

describe("replies to the open question", () => {
  it.each([
    ["line", "알뜰폰이요", "mvno"],
    ["line", "알뜨폰이에요", "mvno"],
    ["line", "후블", "mobile"],
    ["line", "저는 그냥 핸드폰인데요", "mobile"],
    ["line", "두번째", "mvno"],
    ["line", "2번", "mvno"],
    ["line", "첫 번째 거요", "mobile"],
    ["line", "마지막", "other_carrier"],
    ["line", "the second one", "mvno"],
    ["line", "다른 통신사", "other_carrier"],
    ["line", "Budget carrier", "mvno"],
    ["line", "dkfEmfvhsdldpdy", "mvno"],
    ["line", "모르겠어요", "unsure"],
    ["line", "기억이 안 나요", "unsure"],
    ["line", "I don't know", "unsure"],
    ["line", "말하기 싫어요", "declined"],
    ["line", "말하고 싶지 않아요", "declined"],
    ["line", "I'd rather not say", "declined"],
    ["line", "알뜰폰 말고 후불이에요", "mobile"],
    ["line", "아니 알뜰폰 아니에요", "no"],
    ["line", "네", "yes"],
    ["term", "10월 3일", "2025-10-03?"],
    ["term", "작년 10월 3일이요", "2025-10-03"],
    ["term", "작년 10월쯤", "2025-10-01..2025-10-31?"],
    ["term", "잘 모르겠는데 10월쯤", "2025-10-01..2025-10-31?"],
    ["term", "10월 말인가 11월 초인가", "2025-10-21..2025-11-10?"],
    ["term", "9월 1일 이후예요", "2025-09-01..2026-01-10?"],
    ["term", "아직이요", "none"],
    ["term", "아직 안 했어요", "none"],
    ["term", "not yet", "none"],
    ["term", "1월 13일", "2026-01-13?"],
    ["term", "9월에 기변하고 10월 3일에 해지했어요", "2025-10-03?"],
    ["contract", "아니요", "no"],
    ["contract", "네 10월 5일에 재약정했어요", "2025-10-05?"],
    ["contract", "2년 전이요", "2023-07-12..2024-07-10?"],
    ["hardship", "없어요", "none"],
    ["hardship", "입원했어요", "hospital"],
    ["claim", "네", "yes"],
    ["claim", "했어요", "yes"],
    ["claim", "네 했어요", "yes"],
    ["claim", "안 했는데요", "no"],
    ["claim", "ㄴㄴ", "no"],
    ["term", "아직 KT 쓰고 있어요", "none"],
    ["term", "해지 안했음", "none"],
    ["term", "어제요", "2026-01-09"],
    ["term", "다음주에 옮기려고요", "2026-01-12..2026-01-18?"],
    ["contract", "한 3년 됐어요", "2022-07-12..2023-07-11?"],
    ["contract", "3년 넘었어요", "1990-01-01..2023-07-11?"],
    ["contract", "아들이 해줘서 몰라요", "unsure"],
    ["hardship", "해당사항 없습니다", "none"],
    ["claim", "아니요 신청 안 했어요", "no"],
    ["confirm", "네 맞아요", "yes"],
    ["confirm", "아뇨", "no"],
    ["confirm", "아니요 9월 3일이에요", "2025-09-03?"],
    ["person", "네 연결해 주세요", "yes"],
    ["person", "괜찮아요", "no"],
    ["which", "위약금 면제 기간", "waiver_window"],
    ["which", "두 번째", "waiver_amount"],
    ["which", "기간이요", "waiver_window"],
    ["one", "네", "waiver_window"],
    ["one", "아니요", "no"],
    ["claim", "no i forgot", "no"],
    ["claim", "아니요 깜빡했어요", "no"],
    ["claim", "기억이 안 나요", "unsure"],
    ["line", "no i forgot", "unsure"],
  ])("%s: %s → %s", (open, text, expected) => expect(reply(text, open)).toBe(expected));

  it.each([
    ["line", "근데 유심은 언제 바꿀 수 있어요?"],
    ["line", "알뜰폰도 면제되나요?"],
    ["term", "해지하면 위약금이 얼마예요?"],
    ["term", "환급은 언제 되나요"],
    ["person", "위약금 얼마예요?"],
    ["contract", "10월 3일에 해지했어요"],
    ["contract", "아 아니다 후불이에요"],
    ["line", "알뜰폰이 뭐예요?"],
    ["line", "휴대폰이랑 인터넷 둘 다요"],
    ["contract", "모르겠어요 재약정이 뭐예요?"],
  ])("%s: %s is none", (open, text) => expect(reply(text, open)).toBeUndefined());

  it("is found beside a question, which stays", () => {
    const said = say("알뜰폰이에요. 근데 환급은 언제 들어와요?", "line");
    expect(said.reply).toMatchObject({ kind: "value", read: { value: "mvno" } });
    expect(said.segments).toMatchObject([{ intent: "waiver_payout", band: "sure" }]);
  });

  it("leaves other facts of the message", () => {
    const said = say("알뜰폰이고 10월 3일에 해지했어요", "line");
    expect(said.reply).toMatchObject({ kind: "value", read: { value: "mvno" } });
    expect(said.facts).toMatchObject([{ fact: "termination", value: "2025-10-03", guessed: true }]);
    expect(said.segments).toEqual([]);
  });

  it("a new question while one is open is recognised", () => {
    const said = say("근데 유심은 언제 바꿀 수 있어요?", "line");
    expect(said.segments).toMatchObject([{ intent: "usim_how", band: "sure" }]);
  });
});

describe("corrections", () => {
  it.each([
    "아 아니다 후불이에요",
    "아니 후불이에요",
    "잘못 말했어요 후불이에요",
    "알뜰폰 아니고 후불이에요",
    "actually I'm on prepaid",
  ])("%s", (text) => {
    const said = say(text, "term");
    expect(said.corrects).toBe(true);
    expect(said.facts).toMatchObject([{ fact: "line_kind" }]);
  });

  it.each(["아니 위약금이 얼마냐고요", "왜 잘못했다고 안 해요", "네 알뜰폰이에요"])("%s corrects nothing", (text) =>
    expect(say(text, "term").corrects).toBe(false),
  );
});

describe("steering", () => {
  it.each([
    ["왜요?", "why"],
    ["왜 물어보세요", "why"],
    ["그걸 왜 물어봐요?", "why"],
    ["why do you ask?", "why"],
    ["다시 말해줘", "repeat"],
    ["네?", "repeat"],
    ["무슨 말이에요?", "repeat"],
    ["그런 건 왜 물어요?", "why"],
    ["뭐라고요?", "repeat"],
    ["처음부터", "start_over"],
    ["start over", "start_over"],
    ["취소", "cancel"],
    ["그만", "cancel"],
    ["뒤로", "go_back"],
    ["이전 질문", "go_back"],
  ])("%s → %s", (text, steering) => expect(say(text, "line").steering).toBe(steering));

  it.each(["왜 늦게 알렸어요?", "why did you tell us so late?", "위약금 취소되나요", "처음부터 KT였는데 면제돼요?"])(
    "%s is a question",
    (text) => expect(say(text, "line").steering).toBeUndefined(),
  );
});

describe("messages", () => {
  it("with two questions have two segments", () => {
    expect(say("위약금 면제 언제까지예요? 그리고 환급은 언제 들어와요?").segments.map(({ intent }) => intent)).toEqual([
      "waiver_window",
      "waiver_payout",
    ]);
  });

  it("have at most three segments", () => {
    const text =
      "위약금 면제 언제까지예요? 환급은 언제 들어와요? 소액결제 차단은 어떻게 해요? 티빙 어떻게 신청해요? 보험 신청 언제까지예요?";
    expect(say(text).segments.length).toBe(3);
  });

  it("that open with a greeting are about the rest", () => {
    expect(say("안녕하세요 위약금 면제 언제까지예요?").segments).toMatchObject([{ intent: "waiver_window" }]);
  });

  it("without words are empty", () => {
    for (const text of ["", "   ", "?!", "😀😀", "\u200b"])
      expect(say(text)).toMatchObject({ text: "", segments: [], facts: [] });
  });

  it.each([
    ["dnldirrma auswp djswpRkwldPdy", "waiver_window"],
    ["위약금면제언제까지에요", "waiver_window"],
    ["위약굼 면재 언재까지에요", "waiver_window"],
    ["소액결재 차단하고시퍼요", "mp_block"],
    ["상담원연결해쥬세요", "contact_agent"],
  ])("typed badly are understood: %s → %s", (text, intent) => expect(say(text).segments).toMatchObject([{ intent }]));

  it.each([
    ["상담원 연결 말고 여기서 알려주세요 유심 무료예요?", "usim_eligibility"],
    ["상담원 말고 여기서 알려줘요 위약금 언제까지예요", "waiver_window"],
    ["상담원 연결해 주세요", "contact_agent"],
    ["챗봇 말고 상담원 연결", "contact_agent"],
    ["how much is my 위약금?", "waiver_amount"],
    ["피해자가 74명이고 2억원 나갔대요", "incident_overview"],
  ])("say what they want: %s → %s", (text, intent) =>
    expect(understand(text, { language: "ko", today: TODAY }).segments).toMatchObject([{ intent, band: "sure" }]),
  );

  it("about a picture that was sent are no danger", () => {
    for (const text of ["사진 보냈어요 보이세요?", "캡처 보냈어요", "I sent a photo"]) {
      const named = say(text).segments.flatMap(({ intent, alternatives }) => [
        intent,
        ...alternatives.filter(({ confidence }) => confidence >= 0.3).map((other) => other.intent),
      ]);
      expect(named, text).not.toContain("distress");
    }
  });

  it("name a button of the last answer by its place, while nothing is asked", () => {
    const offered = ["waiver_window", "contact_agent"] as const;
    const read = (text: string, open?: OpenQuestion) =>
      understand(text, { language: "ko", today: TODAY, offered, ...(open === undefined ? {} : { open }) }).reply;
    expect(read("2번")).toEqual({ kind: "intent", intent: "contact_agent" });
    expect(read("첫 번째요")).toEqual({ kind: "intent", intent: "waiver_window" });
    expect(read("3번")).toBeUndefined();
    expect(read("2번 눌렀는데 안 돼요")).toBeUndefined();
    expect(read("2번", OPEN.line)).toMatchObject({ kind: "value", read: { value: "mvno" } });
  });

  it("of despair are heard whatever else they say", () => {
    for (const text of ["죽고 싶어요", "돈 다 잃고 자살하고 싶은데 환불되나요", "I want to die"]) {
      expect(say(text).segments[0]).toMatchObject({ intent: "distress", band: "sure" });
    }
  });

  it("that only sound like despair call nobody", () => {
    for (const text of ["배고파 죽겠어", "아직 KT 쓰고 있어요", "집에서 티비 보고 있어요"]) {
      const [segment] = say(text).segments;
      expect(segment?.intent === "distress" && segment.band === "sure", text).toBe(false);
    }
  });

  it("of one word of ours are asked about, not refused", () => {
    for (const text of ["환불", "유심", "로밍"]) expect(say(text).segments[0]?.band).not.toBe("rejected");
  });

  it("about nothing of ours are rejected", () => {
    for (const text of ["오늘 저녁 메뉴 추천해줘", "ㅁㄴㅇㄹ", "tell me a joke about cats"]) {
      expect(say(text).segments).toMatchObject([{ intent: "out_of_scope", band: "rejected" }]);
    }
  });

  it("that ramble for 10,000 letters yield their matter", () => {
    const filler = "그날은 비가 왔고 저는 집에 있었습니다. 강아지가 짖어서 산책을 나갔어요. ";
    const text = `${filler.repeat(110)}그런데 위약금 면제는 언제까지예요? ${filler.repeat(110)}`.slice(0, 10_000);
    expect(say(text).segments).toMatchObject([{ intent: "waiver_window" }]);
  });

  it("give the same understanding every time", () => {
    expect(say("알뜰폰인데 환급 언제 돼요?", "line")).toEqual(say("알뜰폰인데 환급 언제 돼요?", "line"));
  });
});
