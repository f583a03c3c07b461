import { asks } from "./clause-shape.ts";
import { isNameOf, type NamedCompany, readCompanies } from "./read-companies.ts";
import { readYears } from "./read-years.ts";
import { splitClauses } from "./split-clauses.ts";
import type { OwnIncident } from "./vocabulary.ts";

/** What happened, in any company. */
const BREACH =
  /해킹|털[렸린려릴림]|유출|사고|사태|사건|뚫[렸린려]|랜섬|정보.{0,8}(?:나갔|나간|샜|새나|새어|빠져)|새나간|크리덴셜|도용|hack|breach|leak|stolen|ransomware|exposed|compromised|cyber ?attack|incident/i;
/** What a company does for those whom its breach hit. */
const REMEDY =
  /보상|배상|쿠폰|이용권|과징금|과태료|소송|피해자|피해\s?(?:보상|고객)|재발급|compensat|voucher|coupon|settlement|\bfined?\b|lawsuit/i;
/** What only another carrier's customers would ask about of it. */
const CARRIER_REMEDY =
  /유심|심카드|위약금|면제|환급|감면|요금\s?할인|반값|교체|인증키|보호\s?서비스|분쟁\s?조정|조정안|손해\s?배상|\be?sims?\b|usim|waiver|waived|refund|penalty|termination fee|bill/i;

/** The customer's own line there: come from, gone to, used or bought. */
const OWN_LINE =
  /(?:^|\s|[가-힣a-z+])(?:으로|로)\s?(?:[가-힣]{1,8}\s)?(?:가[^능]|갈|갔|간|옮|이동|넘어|바꾸|바꿀|바꿨|바꿔|바꾼|변경|갈아|전환|번호|번이|이사|개통|나가|나갈|오|온|왔)|번호\s?이동|번이|갈아\s?타|옮[기겨긴길겼]|넘어[가간갈갔]|통신사\s?(?:를\s?)?바[꾸꿔꿨꿀]|갔다가|갔다\s?왔|있다가|쓰다가|쓰던|쓰는데|쓰고\s?있|써요|씁니다|썼|이용\s?중|사용\s?중|가입(?:했|하|중|된|자|한)|개통|꽂|끼[웠우]|지원금|대신\s?내|내\s?준|내줘|대리점|매장에서|명의|요금제|폰인데|폰이에요|결합|\b(?:mov\w+|switch\w*|port\w*|chang\w+|go|going|gone|went|transfer\w*|left|leave|leaving|join\w*|sign\w*|came|come|coming|back|now with|now on|customer of|i (?:use|am|was)|i'?m)\b[^.?!]{0,25}\b(?:to|for|with|from|on|at|into)\b|\bmy new (?:carrier|operator)/i;
/** A look at the other one in a question about one's own. */
const COMPARES =
  /처럼|보다|만큼|반면|달리|(?:해|면제해|깎아|돌려)?\s?[줬주]었?는데|해줬|했는데\s?(?:왜|여긴|우리|이번)|\b(?:like|than|unlike|same as|whereas|while|but)\b/i;
const HERE =
  /이번|여기(?!서)|여긴|우리(?!카드)|당신들|니네|너희|\bthis (?:one|time|breach|incident)\b|\byou(?:r| guys)?\b/i;
/** A payment there, a message in its name, an account or an application of it are matters of one's own. */
const OTHER_MATTER =
  /결제|샀|구매|주문|택배|배송|문자|링크|전화|카톡이|사칭|스미싱|피싱|진짜|계좌|통장|입금|자동\s?이체|로그인|인증서|앱|어플|주가|주식|\b(?:charged?|purchase|order|deliver|text|link|call|genuine|real|scam|account|app|stock)\b/i;

/** "그때": the year is when something happened, not since when one has been a customer. */
const SINCE =
  /^\s?(?:도|에|부터|까지)?\s?(?:\S{1,6}\s)?(?:가입|개통|기변|기기\s?변경|해지|약정|계약|재약정|샀|바꿨|바꾼|옮[겼긴]|부터|이후|이전)|^\s?(?:i|we) (?:joined|signed|left|cancelled)/i;
const SINCE_BEFORE = /\b(?:joined|signed|opened|customer|since)\b[^.?!]{0,25}$/i;
/** Years nearer than this belong to the same story: what began then came out now. */
const SAME_STORY_YEARS = 2;

export type NamesOtherIncident = (text: string) => boolean;

/** True for a part of a message that asks about the breach of another company or of another time. */
export function createNamesOtherIncident(own: OwnIncident | undefined): NamesOtherIncident {
  if (own === undefined) return () => false;
  const isOwn = ({ company }: NamedCompany) => own.names.some((name) => isNameOf(company, name));
  return (text) => {
    if (text.length > LONGEST) return false;
    const named = readCompanies(text);
    if (named.length === 0 || named.every(isOwn)) return namesOtherYear(text, own.year);
    if (named.some(isOwn) || HERE.test(text) || COMPARES.test(text)) return false;
    if (named.some(({ company }) => company.carrier)) return asksOfCarrier(text);
    return (BREACH.test(text) || REMEDY.test(text)) && !OTHER_MATTER.test(text);
  };
}

/** A story that names others is left to the classifier. */
const LONGEST = 120;

/** "…, right?" and "…맞죠?" ask nothing by themselves. */
const TAG = 6;

/** Of a carrier, the very clause that asks must name it: "SKT 쓰는데 …" may ask about anything. */
function asksOfCarrier(text: string): boolean {
  if (OWN_LINE.test(text) || OTHER_MATTER.test(text)) return false;
  const clauses = splitClauses(text).map((clause) => clause.text);
  const asking = clauses.filter((clause) => asks(clause) && clause.length > TAG);
  return (asking.length > 0 ? asking : clauses).some(
    (clause) =>
      readCompanies(clause).length > 0 && [BREACH, REMEDY, CARRIER_REMEDY].some((pattern) => pattern.test(clause)),
  );
}

const namesOtherYear = (text: string, year: number): boolean =>
  BREACH.test(text) &&
  !HERE.test(text) &&
  readYears(text, `${year}-12-31`).some(
    ({ value, at, evidence }) =>
      Number(value) <= year - SAME_STORY_YEARS &&
      !SINCE.test(text.slice(at + evidence.length)) &&
      !SINCE_BEFORE.test(text.slice(0, at)),
  );
