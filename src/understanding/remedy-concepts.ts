import type { Concept } from "./concept.ts";

/** Words of the waiver, the refund and the compensation. */
export const REMEDY_CONCEPTS: readonly Concept[] = [
  [
    "fee",
    "위약금|위약|벌금|해지비용|중도해지",
    "penalt|termination fee|cancel\\w* fee|early termination|exit fee|the fee|fees?\\b",
  ],
  [
    "exempt",
    "면제|며제|면재|안내고|안내도|안물|없이나|없이해지|공짜로나|안받기로",
    "waive|exempt|without (?:a |paying|any )|for free|no fee|free to|let off|let me off",
  ],
  [
    "refund",
    "환급|환불|돌려|되돌려|돌려받|되찾",
    "refund|money back|fee back|get back|pay\\w* back|return\\w* the fee|reimburs",
  ],
  ["apply", "신청|접수|등록|청구하", "appl[yi]|claim|request|form\\b|submit|register|enrol|sign up"],
  [
    "leave",
    "해지|해쥐|나가|나갔|나간|떠나|떠난|탈출|그만두|그만둔|끊|나오",
    "leav|left|quit|cancel|terminat|end my contract|go away|get out",
  ],
  [
    "port",
    "번호이동|번이|옮기|옮긴|옮겨|옮겼|갈아타|타사|다른통신사|새통신사|통신사바|통신사를바|넘어가",
    "port|switch|mov\\w+ (?:my|to)|transfer|new carrier|another (?:carrier|operator)|other (?:carrier|operator)|changed? carrier",
  ],
  [
    "return",
    "재가입|다시가입|복귀|돌아왔|돌아오|돌아온|돌아가|다시들어|도로들어|재개통|컴백|다시kt|다시케이티|다시왔",
    "rejoin|came back|come back|coming back|return to|returning|re-?subscrib|signed up again|sign up again|re-?enter|going back to|went back",
  ],
  [
    "before",
    "이미|벌써|먼저나|발표전|발표나기|예전|소급|그전|지난가을|지나간|물고나|내고나",
    "already|retroactive|earlier|before|former|previously|past|no longer a",
  ],
  [
    "newline",
    "신규|새로가입|새로개통|기변|기기변경|기기바|재약정|폰바꾸|폰바꿔|폰바꾼|폰바꿨|폰을바꿨|기계를바|약정다시|약정연장|재계약|가입한지|새폰|최근에",
    "upgrad|new line|new phone|renew|re-?contract|joined|device change|changed (?:my )?(?:phone|device)|signed up in|re-?signed|recently|new contract",
  ],
  [
    "mvno",
    "알뜰|알뜨|mvno|엠모바일|m모바일|별정|스카이라이프|리브|프리티|티플러스|망빌|kt망|케이티망|망만kt",
    "mvno|budget|reseller|virtual operator|discount carrier|altteul|skylife|liiv|kt m mobile|kt network|kts network",
  ],
  [
    "device",
    "워치|와치|시계|태블릿|테블릿|아이패드|갤탭|갤럭시탭|탭|세컨|라우터|에그|iot|사물인터넷|모뎀|투폰|두번째기기|보조기기|추적기|차량",
    "watch|tablet|ipad|second(?:ary)? (?:device|line)|iot|router|modem|tracker|pad\\b|egg|car (?:line|connect)",
  ],
  [
    "bundle",
    "결합|인터넷|티비|tv|와이파이|셋톱|유선|집전화|패밀리|가족할인",
    "bundl|internet|broadband|tv\\b|landline|fixed|family (?:plan|deal|bundle)|wifi|genie",
  ],
  [
    "item",
    "할부|기계값|기기값|단말|폰값|공시|지원금|선택약정|선약|반환금|차액|정산|페이백|항목|잔여금|약정할인",
    "instal|subsid|device balance|handset|clawback|discount return|which fees|charges|settlement|term mean",
  ],
  [
    "proxy",
    "대신|대리|위임|법인|회사명의|회사폰|사업자|미성년|아이명의|자녀명의|상속|돌아가신|고인|사망|후견|타인|명의자|남의|직원들|보호자",
    "behalf|power of attorney|corporate|company (?:line|phone)|business|minor|guardian|passed away|deceased|heir|someone else|husbands? name|my (?:mother|mom|dad|father|child|kid|son|daughter)s?",
  ],
  [
    "late",
    "놓쳤|놓친|놓치|지났|지나버|늦게라도|늦었|깜빡|넘겼|뒤늦|이제알|못했는데|기한내",
    "missed|too late|forgot|late\\b|past the|after the deadline|didnt know|nobody told|just found|only heard",
  ],
  [
    "excuse",
    "군대|군복무|군인|입대|전역|훈련소|입원|병원|퇴원|해외|외국|유학|출장|주재원|파병|교도소|중환자|출산|귀국|배타",
    "army|military|hospital|abroad|overseas|discharg|surgery|studying|ship\\b|prison|sick|out of the country|intensive care",
  ],
  [
    "paid",
    "입금|지급|들어와|들어오|들어왔|꽂히|환급금|환급일|처리중|선납",
    "payout|paid|pay\\w* first|deposit|arriv|in my account|money (?:still|yet)|payment day|processing|up front",
  ],
  [
    "account",
    "통장|계좌|은행|예금|적금|잔고|주식|코인|금융|이체|송금|대출|카드",
    "bank|account|savings|stock|crypto|transfer|loan|credit card|card\\b|deposit",
  ],
  ["amount", "얼마|금액|몇만원|계산|몇원|총액|최대", "how much|amount|calculat|total|cost|estimate|max"],
  [
    "when",
    "언제|며칠|몇일|몇월|날짜|기한|기간|마감|데드라인|종료|시작일|몇시|언제까지|끝났|끝난|끝나|연장",
    "when|date|deadline|until|how long|by what|period|last day|still (?:open|valid)|expire|end\\b|ends|what time|extended",
  ],
  [
    "how",
    "어떻게|방법|어디서|어디로|절차|순서|하는법|어디가|따라하",
    "how (?:do|can|to|would|should)|where|steps|procedure|which (?:app|menu|page|site)|way to",
  ],
  ["why", "왜|이유|근거|까닭|어째서|배경|때문", "why|reason|ground|how come|because|obligation"],
  [
    "papers",
    "서류|신분증|준비물|가져가|증빙|사본|필요한거|챙겨|증명서",
    "document|paper|id\\b|proof|passport|bring|prepare|need to have|certificate",
  ],
  [
    "entitled",
    "대상|해당|자격|조건|저도|나도|포함|제외|받을수있|되는건가|예외|빠지|누가받",
    "eligib|entitl|qualif|am i\\b|covered|includ|exclud|do i get|do i still|count|who gets|who is|appl(?:y|ies) to me",
  ],
  [
    "reward",
    "보상|보답|혜택|남으면|남아|계속쓰|계속쓸|선물|주나요|뭐줘|뭘줘|뭐주",
    "compensat|reward|benefit|perk|gift|offer|stay|package|in it for me|give us",
  ],
  [
    "data",
    "데이터|데이타|기가|100gb|gb|이월|무제한|테더링",
    "data\\b|gigabyte|gb\\b|gigs?\\b|unlimited|hotspot|roll over",
  ],
  ["roaming", "로밍|해외여행|해외가|외국나갈|출국", "roam|travel|trip|countries|japan|overseas data"],
  [
    "stream",
    "티빙|디즈니|디플|ott|오티티|넷플|스트리밍|이용권|드라마|영상보|구독|콘텐츠",
    "tving|disney|ott\\b|netflix|stream|video|subscription|watch",
  ],
  [
    "discounts",
    "멤버|커피|빵|영화할|영화보러|아이스크림|제휴|쿠폰|카페|극장|영화관|스타벅스|베이커리|바코드|편의점",
    "member|coffee|cinema|bakery|baker|ice cream|coupon|partner|movie|cafe|starbucks|theater",
  ],
  ["insurance", "보험", "insur|policy|premium|cover (?:end|voice)|payout of the insurance|insured"],
  [
    "bill",
    "요금할인|요금감면|깎아|감면|현금|반값|캐시백|위로금|통신비|요금은|요금이|기본료|요금에서",
    "bill|cash|monthly|discount on|money off|free month|vouchers?|cashback|credit\\b",
  ],
  [
    "package",
    "15만원|십오만원|피해자보상|피해고객|피해자|2만2천|22227|이만이천|5개월|3년",
    "150,?000|victim|affected (?:customer|people)|22,?227|five months|three year|3-year|five-month",
  ],
];
