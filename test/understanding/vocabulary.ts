import type { Vocabulary } from "../../src/understanding/index.ts";

/** A small pack's words. */
export const vocabulary: Vocabulary = {
  facts: {
    line_kind: {
      kind: "enum",
      values: {
        mobile: {
          ko: ["후불", "후불폰", "휴대폰", "핸드폰", "아이폰", "폰이에요"],
          en: ["postpaid", "mobile phone", "iphone"],
        },
        mvno: { ko: ["알뜰폰", "알뜰"], en: ["mvno", "budget phone", "budget carrier"] },
        prepaid: { ko: ["선불", "선불폰"], en: ["prepaid"] },
        wired: { ko: ["인터넷", "TV"], en: ["internet", "tv"] },
        other_carrier: { ko: ["SKT", "유플러스"], en: ["skt"] },
      },
      options: {
        mobile: { ko: "KT 휴대폰", en: "KT mobile" },
        mvno: { ko: "알뜰폰", en: "Budget carrier" },
        prepaid: { ko: "선불폰", en: "Prepaid" },
        wired: { ko: "인터넷·TV", en: "Internet or TV" },
        other_carrier: { ko: "다른 통신사", en: "Another carrier" },
      },
    },
    contract_event: {
      kind: "date",
      values: { none: { ko: ["그런 적 없어요", "기변 안 했어요", "없어요"], en: ["never", "no change"] } },
      cues: { ko: ["가입", "개통", "기변", "기기변경", "재약정"], en: ["joined", "upgraded", "renewed"] },
    },
    termination: {
      kind: "date",
      values: { none: { ko: ["아직이요", "해지 안 했어요", "아직 안 했어요"], en: ["not yet", "haven't cancelled"] } },
      cues: { ko: ["해지", "번호이동", "옮겼"], en: ["cancel", "cancelled", "ported", "left kt"] },
      future: true,
    },
    hardship: {
      kind: "enum",
      values: {
        none: { ko: ["없어요", "사정 없어요"], en: ["none", "no reason"] },
        hospital: { ko: ["입원", "병원에 있"], en: ["hospital"] },
        military: { ko: ["군대", "군복무"], en: ["army", "military"] },
      },
    },
    claim_made: {
      kind: "enum",
      values: {
        yes: { ko: ["신청했어요"], en: ["i applied"] },
        no: { ko: ["신청 안 했어요"], en: ["didn't apply"] },
      },
    },
  },
};
