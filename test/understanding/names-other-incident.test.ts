import { describe, expect, it } from "vitest";
import { createNamesOtherIncident } from "../../src/understanding/names-other-incident.ts";
import { normalise } from "../../src/understanding/normalise.ts";

const namesOther = createNamesOtherIncident({ names: ["KT", "케이티", "KT 해킹", "Korea Telecom"], year: 2025 });

const OTHERS = `
쿠팡 5만원 쿠폰 언제까지 써요
쿠팡 보상 언제 줘요
쿠팡 개인정보 유출 확인하고 싶어요
쿠팡도 털렸다던데 어떻게 된 거예요
쿠팡 해킹 사건 알려주세요
쿠팡 집단소송 어디서 해요
쿠펑 유출 보상 얼마예요
coupang 해킹됐나요
롯데카드 해킹당했을 때 카드번호도 나갔나요
롯데카드 재발급 받아야 하나요
롯데카드 과징금 얼마 나왔어요
롯데 해킹 사태 궁금해요
신한카드 가맹점 정보 유출된 거 저도 대상인가요
예스24 랜섬웨어 해결됐어요?
예스24 보상 쿠폰 어떻게 받아요
인터파크 정보유출 배상
네이트 해킹 그때 소송 결과가 어떻게 됐나요
싸이월드 털렸을 때 보상 있었어요?
알바몬 이력서 유출
GS리테일 정보유출 확인
SGI 랜섬웨어 사고
서울보증 해킹은 누가 했어요
넷마블 회원정보 나간 사건
업비트 해킹으로 코인 없어진 사건은요
카카오 개인정보 유출 과징금
티머니 말고 토스 정보유출은요
KT알파 기프티쇼 계정 도용됐다는데 그건 뭐예요
케이티알파쇼핑 크리덴셜 스터핑 피해 확인
SKT 유심 교체 어디서 해요
SKT 유심 해킹은 어떻게 된 거예요?
SKT 위약금 면제 언제까지였어요
SKT 과징금 얼마예요
SKT 보상은 뭐였죠
SKT 사태 때 유출된 인원이 몇 명이었지
SKT 유심보호서비스 어떻게 가입해요
SK텔레콤 해킹 범인 잡혔어요?
sk텔레콤 유심 재고 있나요... 유심 교체요
에스케이텔레콤 인증키 유출됐나요
슼 해킹 언제였지
슼 유심 교체 예약 되나요
LG유플러스 해킹됐나요
엘지유플 유출 몇 명이에요
유플러스 서버 털린 건 보상 없어요?
유플 개인정보 유출 보상
LG U+ 위약금 면제 되나요
2012년 KT 870만명 유출 때 보상 받은 사람 있나요
2014년에 KT 홈페이지 해킹됐던 거 주민번호도 나갔나요
2014년 해킹 때 저도 털렸나요
12년도에 KT 털린 거 소송 어떻게 됐어요
2012년 유출 사건 배상 받았나요
2016년 KT 개인정보 유출 판결
What about the SK Telecom SIM hack?
Was my data in the Coupang leak?
How do I use the Coupang compensation voucher?
LG Uplus was hacked, right?
Lotte Card breach, do I need a new card?
What happened in the 2012 KT breach?
the 2014 KT leak, how did that end?
When was the SKT fee waiver deadline?
How big was SK Telecom's fine?
Tell me about the Yes24 ransomware attack
Equifax settlement
Upbit got hacked, did customers get their coins back, what compensation
did SKT's authentication keys leak
SKT USIM replacement
Asiana employee data breach
`
  .trim()
  .split("\n");

const OWN = `
SKT로 옮겼어요
SKT로 번호이동 했는데 위약금 돌려줘요?
저는 10월에 SKT로 갔는데 환급되나요
SKT로 갈아탔어요 유심 어떻게 해요
SKT로 옮기면 위약금 면제돼요?
SKT로 가면 보상 못 받나요
유플러스로 옮기려는데 개통이 계속 안 돼요
유플러스로 번호이동 신청했는데 전산 장애래요
엘지로 갈까 하는데 위약금 나와요?
엘지 갔다가 일주일 만에 돌아왔어요 환급 대상 빠지나요
SKT 갔다가 다시 KT로 왔어요
SKT에서 KT로 온 지 한 달 됐어요 위약금 있나요
SKT 쓰는데 KT 인터넷 위약금 면제돼요?
SKT 쓰다가 넘어왔는데 유심 교체 돼요?
저 SKT 써요 KT 소액결제 피해 볼 수 있나요
지금은 SKT 이용 중인데 환급은 어디로 들어와요
SKT 유심 꽂았는데 안 터져요
SKT 대리점에서 위약금 대신 내준대요
유플러스 지원금 받으면 위약금 면제 못 받아요?
SKT 명의로 바꿨는데 위약금 환급되나요
발표 전에 벌써 SKT로 옮겼는데 낸 위약금 돌려받을 수 있어요?
아들이 SKT로 넘어갔어요 위약금은요
SKT는 위약금 면제해줬는데 왜 안 해줘요
SKT처럼 위약금 면제해 주나요
SKT는 50% 깎아줬는데 우리는 왜 데이터만 줘요
SKT보다 보상이 적은 거 아니에요
KT는 SKT 해킹이랑 같은 범인이에요?
SKT 해킹이랑 KT 해킹이랑 뭐가 달라요
이번에는 SKT 때랑 보상이 달라요?
쿠팡에서 소액결제 50만원 됐는데 제가 안 했어요
쿠팡에서 모르는 결제가 있어요 환불되나요
쿠팡에서 문자 왔는데 진짜인가요
쿠팡 택배가 아직도 안 왔어요
쿠팡에서 폰 샀는데 위약금 면제돼요?
카카오뱅크 계좌로 환급받을 수 있어요?
카카오톡으로 보상 안내 왔어요 링크 눌러도 돼요?
네이버 인증서 다시 받아야 돼요? 유심 바꾸면
토스 앱 다시 깔아야 하나요 유심 교체하면
롯데카드로 통신비 자동이체 하는데 괜찮나요
신한카드 결제 문자가 왔어요 피해 신고 어디서 해요
삼성카드로 결제한 위약금 환급은 어떻게 돼요
KT 알뜰폰 쓰는데 나도 위약금 면제 돼요?
이번 KT 해킹은 언제 시작된 거예요
KT 해킹 보상은 뭐예요
위약금 면제 언제까지예요
유심 교체 어디서 해요
개인정보 유출 확인하고 싶어요
보상 쿠폰 어떻게 받아요
소송하면 이길 수 있어요?
2025년 해킹 때 저도 털렸나요
2024년에 서버 해킹된 걸 왜 숨겼어요
작년 유출 사고 보상 언제까지예요
2012년에 가입했는데 저도 해킹 대상인가요
2014년부터 썼는데 정보 유출됐나요
2010년에 개통한 폰도 유출됐어요?
I moved to SKT in October, do I get a refund
I switched to LG last week, is my fee waived
can i port to skt without a penalty
I came back from SKT, what compensation do I get
SKT waived the fee, but what about you
is it the same as the SKT hack
I joined KT in 2012, did my data leak
I'm with SKT now, when is the refund paid
my new carrier SKT says the port failed, what about the waiver
charged by Coupang but I never bought anything, refund?
`
  .trim()
  .split("\n");

describe("another company's or another year's breach", () => {
  it.each(OTHERS)("%s", (text) => expect(namesOther(normalise(text))).toBe(true));
});

describe("the customer's own matter", () => {
  it.each(OWN)("%s", (text) => expect(namesOther(normalise(text))).toBe(false));
});

describe("without a pack", () => {
  it("no incident is another one", () => expect(createNamesOtherIncident(undefined)("쿠팡 해킹 보상")).toBe(false));
});

it("in the pack of another company KT's breach is the other one", () => {
  const inSkt = createNamesOtherIncident({ names: ["SKT", "SK텔레콤", "에스케이텔레콤"], year: 2025 });
  expect(inSkt("KT 소액결제 해킹 보상 어떻게 돼요")).toBe(false);
  expect(inSkt("KT 해킹 보상 어떻게 돼요")).toBe(true);
  expect(inSkt("SKT 유심 교체 어디서 해요")).toBe(false);
});
