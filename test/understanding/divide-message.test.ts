import { beforeAll, describe, expect, it } from "vitest";
import type { Understand } from "../../src/ports/understand.ts";
import { createUnderstand } from "../../src/understanding/index.ts";
import { shipped, shippedModels } from "./shipped-intents.ts";
import { vocabulary } from "./vocabulary.ts";

let understand: Understand;

beforeAll(async () => {
  const incident = { names: ["KT", "케이티"], year: 2025 };
  understand = createUnderstand({
    models: await shippedModels(),
    labels: shipped.labels,
    vocabulary: { ...vocabulary, incident },
  });
}, 300_000);

const intentsOf = (text: string): readonly string[] =>
  understand(text, { language: /[가-힣]/.test(text) ? "ko" : "en", today: "2026-01-10" }).segments.map(
    ({ intent }) => intent,
  );

/** Two questions each, most of them joined by a particle or an ending; `|` where more than one reading is right. */
const DOUBLE: readonly (readonly [string, string, string])[] = [
  ["위약금 얼만지랑 언제 돌려주는지", "waiver_amount", "waiver_payout"],
  ["유심은 어디서 바꾸고 위약금은 언제까지예요", "usim_how", "waiver_window"],
  ["위약금 면제 언제까지예요? 그리고 환급은 언제 들어와요?", "waiver_window", "waiver_payout"],
  ["위약금 면제 기간이랑 신청 방법 알려주세요", "waiver_window", "waiver_how_apply"],
  ["유심 교체 방법이랑 준비물 알려주세요", "usim_how", "usim_prep"],
  ["소액결제 차단하는 법이랑 내역 확인하는 법 알려줘", "mp_block", "mp_history_check"],
  ["위약금 얼마인지하고 어디서 신청하는지 알려주세요", "waiver_amount", "waiver_how_apply"],
  ["데이터는 언제 주고 로밍은 언제까지예요", "comp_data", "comp_roaming"],
  ["티빙은 어떻게 신청하고 보험은 언제까지 되나요", "comp_ott", "comp_insurance"],
  ["제 정보가 유출됐는지랑 위약금 면제되는지 알고 싶어요", "check_my_exposure", "waiver_eligibility"],
  ["유심 재고 있는지랑 예약은 어떻게 하는지", "usim_stock", "usim_how|usim_stock"],
  ["환급 언제 되는지랑 어떤 서류가 필요한지 궁금합니다", "waiver_payout", "waiver_how_apply"],
  ["보상 뭐 주는지하고 누가 받는지 알려주세요", "comp_overview", "comp_eligibility"],
  ["알뜰폰도 면제되는지랑 태블릿도 되는지 알려줘요", "waiver_mvno", "waiver_second_device"],
  ["어떤 정보가 유출됐는지랑 도청 위험 있는지 궁금해요", "leak_scope", "eavesdrop_risk"],
  ["소액결제 피해 신고는 어디에 하고 돈은 돌려받을 수 있나요", "mp_report_victim", "mp_refund"],
  ["이미 해지했는데 환급되는지랑 언제 들어오는지", "waiver_retroactive", "waiver_payout"],
  ["유심 무료인지랑 위약금 없는지 알려주세요", "usim_eligibility", "waiver_eligibility"],
  ["소송할 수 있는지랑 상담원 연결도 부탁드려요", "legal_dispute", "contact_agent"],
  ["결합상품도 면제되는지랑 할부금도 면제되는지 궁금해요", "waiver_bundle", "waiver_fee_scope"],
  ["보험은 어떻게 신청하고 로밍은 얼마나 할인돼요", "comp_insurance", "comp_roaming"],
  ["유심보호서비스 가입 방법이랑 소액결제 차단 방법이요", "usim_protect_service", "mp_block"],
  ["왜 이제야 알렸는지랑 앞으로 대책은 뭔지 알려주세요", "company_responsibility", "security_plan"],
  ["명의도용 확인하는 법이랑 유심 바꾸는 법", "identity_theft", "usim_how"],
  [
    "군대에 있어서 놓쳤는데 되는지랑 서류는 뭐 필요한지",
    "waiver_late_exception",
    "waiver_how_apply|waiver_late_exception",
  ],
  ["번호이동 지연되면 어떻게 되는지랑 환급일도 알려주세요", "waiver_porting_issue", "waiver_payout"],
  [
    "위약금도 궁금하고 유심 교체도 하고 싶어요",
    "waiver_amount|waiver_eligibility|waiver_fee_scope",
    "usim_how|usim_eligibility",
  ],
  ["데이터 언제 들어오는지랑 요금 할인은 없는지", "comp_data", "comp_bill_discount"],
  ["쿠팡 보상은 언제까지고 위약금 면제는 언제까지예요", "other_incident", "waiver_window"],
  ["when is the deadline and how do I apply for the refund?", "waiver_window", "waiver_how_apply"],
  ["how do i swap my usim and when is the refund paid", "usim_how", "waiver_payout"],
  ["was my data leaked and can I get the fee waived?", "check_my_exposure|leak_scope", "waiver_eligibility"],
  ["where do I replace my SIM, and what should I bring?", "usim_how", "usim_prep"],
  ["what data leaked and were calls tapped?", "leak_scope", "eavesdrop_risk"],
  ["can I block micropayments and see my payment history?", "mp_block", "mp_history_check"],
  ["is TVING included and how much roaming discount do I get", "comp_ott", "comp_roaming"],
  ["does my watch count and what about my mvno line?", "waiver_second_device", "waiver_mvno"],
  ["who was arrested and will you pay damages in court?", "investigation_status", "legal_dispute"],
  ["유심 언제 바꾸는지랑 위약금 얼마인지 알려주세요", "usim_how|usim_stock", "waiver_amount"],
  ["보험은 언제까지 신청하고 티빙은 어떻게 받아요", "comp_insurance", "comp_ott"],
];

/** One question each, however long its story and however many words join its parts. */
const SINGLE = `
위약금은 얼마고 어디서 확인하나요
멤버십 할인은 뭐가 있고 언제까지예요
저는 작년 10월에 위약금 물고 SKT로 옮겼는데 그 돈을 돌려받을 수 있는지 궁금합니다
엄마가 알뜰폰을 쓰시는데 이번에 위약금 면제 대상에 들어가는지 알고 싶어요
유심을 바꾸러 대리점에 갔더니 재고가 없다고 하는데 언제쯤 다시 가면 되나요
10월에 해지하고 위약금 15만원 냈는데 이거 환급 신청하면 돌려받을 수 있는 거죠?
군대에 있어서 면제 기간을 놓쳤는데 지금이라도 신청할 수 있는 방법이 있을까요
휴대폰이랑 인터넷 결합해서 쓰는데 인터넷 위약금도 면제되나요
아버지랑 어머니 둘 다 KT 쓰시는데 두 분 다 유심 교체해야 하나요
문자가 왔는데 링크를 누르라고 하네요 이게 진짜 KT에서 보낸 건가요
뉴스에서 개인정보가 유출됐다고 하던데 제 것도 유출됐는지 확인하려면 어떻게 해야 하나요
티빙 이용권 준다고 해서 신청하려고 하는데 어디에서 신청하면 되는지 알려주세요
모르는 소액결제가 30만원이나 찍혀 있는데 이거 어디에 신고해야 되나요
소액결제를 아예 못 하게 막고 싶은데 어떻게 하면 되는지 알려주세요
위약금 면제를 받으려면 언제까지 해지를 해야 하고 그 날짜가 지나면 안 되는 건가요
지난달에 기기변경을 했는데 그러면 저는 위약금 면제를 못 받는 건가요
해지하고 다른 데로 갔다가 다시 돌아왔는데 위약금 면제가 되는지 모르겠어요
환급 신청을 하고 나서 돈이 언제 들어오는지 알고 싶습니다
할머니가 혼자 사시는데 전화로 상담원이랑 이야기할 수 있게 연결해 주세요
제가 궁금한 건 위약금 면제가 알뜰폰도 되는지 안 되는지예요
왜 이렇게 늦게 알렸는지 그리고 왜 사과를 안 하는지 모르겠어요
유심 교체하면 교통카드랑 연락처랑 사진이 없어지는지 궁금해요
워치랑 태블릿도 위약금 면제가 되는지 알려주세요
데이터 100기가는 언제 들어오고 언제까지 쓸 수 있나요
로밍 할인은 언제부터 언제까지고 어떻게 받나요
보험은 어떻게 가입하고 언제까지 보장되나요
위약금 환급은 언제 신청하고 언제 받나요
유심 교체는 어디서 하고 어떻게 하나요
소액결제 내역은 어디서 보고 어떻게 확인하나요
범인은 누구고 잡혔나요
이 사건은 언제 시작됐고 어떻게 된 건가요
무슨 정보가 유출됐고 주민번호도 나갔는지 알려주세요
통신사를 옮기면 위약금을 내야 하는지 안 내도 되는지 헷갈려요
제가 미성년자인데 부모님이 대신 신청해도 되는지 궁금해요
법인 명의 휴대폰인데 직원이 가서 신청해도 되는지 알려주세요
면제되는 위약금에 단말기 할부금이나 선택약정 반환금도 포함되는지 궁금합니다
번호이동을 신청했는데 전산 장애로 안 넘어갔대요 날짜 지나면 어떻게 돼요
회사에서 폰을 해줘서 잘 모르겠는데 제 명의가 아니어도 위약금 면제를 받을 수 있나요
통화 내용이나 문자를 누가 엿들었을 수도 있는지 걱정돼요
복제폰이 만들어져서 통장에서 돈이 나갈 수도 있는지 무서워요
누가 제 이름으로 휴대폰을 개통했는지 확인하고 싶어요
피해자 집단소송에 참여하려면 어떻게 해야 하고 뭐가 필요한가요
환급 받으려면 통장 사본이랑 신분증 가져가야 하나요
KT 멤버십으로 커피랑 빵 할인받을 수 있다던데 어디서 써요
남편 명의로 된 폰을 제가 쓰는데 제가 가서 유심 바꿔도 되나요
이번 사고로 개인정보가 유출된 피해 고객한테는 뭘 해주는지 알려주세요
요금 할인은 왜 안 해주고 데이터만 주는 건가요
왜 위약금 면제를 2주만 해주는 건지 이유를 알고 싶어요
제가 9월에 해지했는데 이것도 소급해서 면제해 주는지 궁금합니다
해외에 있어서 그 기간에 해지를 못 했는데 예외로 해줄 수 없나요
앞으로 이런 일이 또 안 생기게 어떤 대책을 세웠고 얼마나 투자하는지 알려주세요
유심보호서비스가 뭔지 그리고 가입하려면 돈을 내야 하는지 궁금해요
기가 인터넷이랑 티비 결합 약정이 남았는데 이것도 위약금 없이 해지되나요
상담원 전화번호가 뭐고 몇 시까지 하나요
I left KT in October and paid the fee, can I get that money back now?
my mother uses a budget carrier on the KT network and wants to know if the waiver covers her
I went to the shop to replace my USIM and they had none left, when can I come back?
there are charges on my bill that I did not make and I want to report them
I was in the army during the waiver period and missed it, is there an exception
I got a text with a link that says it is from KT, is it real or a scam
my phone and my internet are bundled, does the waiver cover the internet too
what is the USIM protection service and do I have to pay for it
`
  .trim()
  .split("\n");

/** The models are trained anew with every example, so single rows may turn; their share may not fall. */
const LEAST = { double: 0.75, single: 0.95 };

describe("messages with two questions", () => {
  it.each([
    ["위약금 얼만지랑 언제 돌려주는지", "waiver_amount", "waiver_payout"],
    ["유심은 어디서 바꾸고 위약금은 언제까지예요", "usim_how", "waiver_window"],
  ])("%s", (text, ...intents) => expect(intentsOf(text)).toEqual(intents));

  it("are understood as two", () => {
    const wrong = DOUBLE.filter(([text, ...wanted]) => {
      const found = intentsOf(text);
      return found.length !== 2 || !wanted.every((each, at) => each.split("|").includes(found[at] ?? ""));
    });
    expect(DOUBLE.length).toBeGreaterThanOrEqual(40);
    const share = 1 - wrong.length / DOUBLE.length;
    expect(share, wrong.map(([text]) => text).join("\n")).toBeGreaterThanOrEqual(LEAST.double);
  });
});

describe("messages with one question", () => {
  it("stay whole", () => {
    const cut = SINGLE.filter((text) => intentsOf(text).length !== 1);
    expect(SINGLE.length).toBeGreaterThanOrEqual(60);
    expect(1 - cut.length / SINGLE.length, cut.join("\n")).toBeGreaterThanOrEqual(LEAST.single);
  });
});
