import type { Localized } from "../core/language.ts";

/** A company whose breach or service customers speak of. */
export interface Company {
  readonly id: string;
  readonly name: Localized;
  /** A carrier is also where customers come from and go to. */
  readonly carrier: boolean;
  /** Every way to write its name, lower case. */
  readonly pattern: RegExp;
}

type Row = readonly [id: string, ko: string, en: string, pattern: string];

/** Letters that end a Latin name; Korean particles may follow it at once. */
const NO_LATIN = "(?![a-z0-9])";

const CARRIERS: readonly Row[] = [
  ["kt", "KT", "KT", `(?<![a-z0-9])(?:kt|korea telecom)${NO_LATIN}(?!\\s?(?:알파|alpha))|케이티(?!\\s?알파|엑스)`],
  [
    "skt",
    "SK텔레콤",
    "SK Telecom",
    `(?<![a-z0-9])(?:skt|sk telecom|sk)${NO_LATIN}(?:\\s?(?:텔레콤|텔레컴|텔))?(?!\\s?(?:하이닉스|에너지|이노|브로드|쉴더|하이|매직|바이오))|에스케이\\s?(?:텔레콤|텔레컴|텔|티)?(?!\\s?(?:하이|이노|매직))|슼|스크트|슥크`,
  ],
  [
    "lgu",
    "LG유플러스",
    "LG Uplus",
    `(?<![a-z0-9])(?:lg\\s?u\\s?\\+|lg\\s?u(?:plus)?|lg\\s?uplus|u\\s?\\+|uplus|lgt|lg)${NO_LATIN}(?:\\s?(?:유플러스|유플|텔레콤))?(?!\\s?(?:전자|화학|디스|생활|에너지|티비|tv|가전|노트북|그램))|엘지\\s?(?:유플러스|유플|텔레콤)?(?!\\s?(?:전자|화학|디스|생활|에너지|가전))|유플러스|유플(?![가-힣]{2}러)`,
  ],
];

const OTHERS: readonly Row[] = [
  ["kt-alpha", "KT알파", "KT alpha", "(?:kt|케이티)\\s?(?:알파|alpha)(?:\\s?쇼핑)?|기프티쇼|giftishow"],
  ["coupang", "쿠팡", "Coupang", "쿠팡(?!\\s?플레이)|(?<![a-z])coupang|쿠펑|쿠팡이츠"],
  [
    "lotte-card",
    "롯데카드",
    "Lotte Card",
    "롯데\\s?카드|롯카|(?<![a-z])lotte(?: card)?(?![a-z])|롯데(?=\\s?(?:해킹|유출|사태|사고|털))",
  ],
  ["shinhan-card", "신한카드", "Shinhan Card", "신한\\s?카드|shinhan card"],
  ["kb-card", "KB국민카드", "KB Card", "(?:kb\\s?)?국민\\s?카드|(?<![a-z])kb card"],
  ["nh-card", "NH농협카드", "NH Card", "(?:nh\\s?)?농협\\s?카드"],
  ["samsung-card", "삼성카드", "Samsung Card", "삼성\\s?카드|samsung card"],
  ["hyundai-card", "현대카드", "Hyundai Card", "현대\\s?카드|hyundai card"],
  ["woori-card", "우리카드", "Woori Card", "우리카드|woori card"],
  ["hana-card", "하나카드", "Hana Card", "하나카드|hana card"],
  ["bc-card", "BC카드", "BC Card", "(?<![a-z])bc\\s?카드|비씨\\s?카드"],
  ["yes24", "예스24", "Yes24", "예스\\s?24|yes\\s?24|예스이십사"],
  ["interpark", "인터파크", "Interpark", "인터파크|interpark"],
  ["nate", "네이트·싸이월드", "Nate and Cyworld", "(?<![가-힣])네이트|싸이월드|cyworld"],
  ["albamon", "알바몬", "Albamon", "알바몬|albamon|잡코리아"],
  ["gs-retail", "GS리테일", "GS Retail", "gs\\s?(?:리테일|홈쇼핑|샵)|지에스\\s?(?:리테일|홈쇼핑)|gs retail"],
  ["sgi", "SGI서울보증", "SGI Seoul Guarantee", "(?<![a-z])sgi(?:\\s?서울보증)?(?![a-z])|서울보증"],
  ["netmarble", "넷마블", "Netmarble", "넷마블|netmarble"],
  ["nexon", "넥슨", "Nexon", "넥슨|(?<![a-z])nexon"],
  ["upbit", "업비트", "Upbit", "업비트|두나무|(?<![a-z])upbit"],
  ["bithumb", "빗썸", "Bithumb", "빗썸|bithumb"],
  ["kakao", "카카오", "Kakao", "카카오(?:톡|페이|뱅크)?|카톡|(?<![a-z])kakao(?:talk|pay)?"],
  ["naver", "네이버", "Naver", "네이버(?:페이)?|(?<![a-z])naver"],
  ["toss", "토스", "Toss", "(?<![가-힣])토스(?![트터])|(?<![a-z])toss (?:bank|app)"],
  ["baemin", "배달의민족", "Baemin", "배달의\\s?민족|(?<![가-힣])배민"],
  ["karrot", "당근마켓", "Karrot", "당근\\s?마켓"],
  ["musinsa", "무신사", "Musinsa", "무신사|musinsa"],
  ["11st", "11번가", "11st", "11\\s?번가|십일번가"],
  ["gmarket", "G마켓", "Gmarket", "g\\s?마켓|지마켓|gmarket"],
  ["wemakeprice", "위메프", "WeMakePrice", "위메프"],
  ["tmon", "티몬", "TMON", "(?<![가-힣])티몬(?![가-힣]{2}터)"],
  ["modetour", "모두투어", "Modetour", "모두투어"],
  ["hanatour", "하나투어", "Hanatour", "하나투어"],
  ["golfzon", "골프존", "Golfzon", "골프존"],
  ["megastudy", "메가스터디", "Megastudy", "메가스터디"],
  ["temu", "테무", "Temu", "(?<![가-힣])테무|(?<![a-z])temu(?![a-z])"],
  ["aliexpress", "알리익스프레스", "AliExpress", "알리익스프레스|aliexpress"],
  ["skb", "SK브로드밴드", "SK Broadband", "(?:sk|에스케이)\\s?브로드밴드|sk broadband"],
  ["sk-shieldus", "SK쉴더스", "SK shieldus", "(?:sk|에스케이)\\s?쉴더스|sk shieldus"],
  ["asiana", "아시아나항공", "Asiana Airlines", "아시아나|asiana"],
  ["korean-air", "대한항공", "Korean Air", "대한항공|korean air"],
  ["dior", "디올", "Dior", "(?<![가-힣])디올|(?<![a-z])dior(?![a-z])"],
  ["louis-vuitton", "루이비통", "Louis Vuitton", "루이\\s?비통|louis vuitton"],
  ["t-mobile", "T모바일", "T-Mobile", "(?<![a-z])t-?mobile(?![a-z])|티모바일"],
  ["equifax", "에퀴팩스", "Equifax", "equifax|에퀴팩스"],
  ["facebook", "페이스북", "Facebook", "페이스북|(?<![a-z])facebook"],
];

const toCompany = ([id, ko, en, pattern]: Row, carrier: boolean): Company => ({
  id,
  name: { ko, en },
  carrier,
  pattern: new RegExp(pattern, "g"),
});

export const COMPANIES: readonly Company[] = [
  ...CARRIERS.map((row) => toCompany(row, true)),
  ...OTHERS.map((row) => toCompany(row, false)),
];
