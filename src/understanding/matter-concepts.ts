import type { Concept } from "./concept.ts";

/** Finer words than those of the remedies and harms: how much, since when, by which way, and what was done. */
export const MATTER_CONCEPTS: readonly Concept[] = [
  ["free", "무료|공짜|무상|꽁으로|거저|돈안(?:내|받)", "free\\b|no (?:charge|cost)|complimentary|gratis|for nothing"],
  ["cash", "현금|돈으로|만원|상품권|위로금|캐시|페이백", "cash|money|won\\b|gift ?card|voucher|krw"],
  [
    "site",
    "홈페이지|사이트|어플|앱에|앱으로|앱인|온라인|마이케이티|웹|페이지|메뉴|화면|버튼",
    "app\\b|web ?site|online|page|menu|portal|site\\b|screen|button",
  ],
  [
    "call-us",
    "전화로|전화번호|전화할|전화하|몇번으로|어느번호|직통|연락처|콜백|114|080|1:1|문의할|물어볼데|민원",
    "call\\b|phone number|hotline|which number|contact|call ?back|helpline|toll.?free|114|reach (?:you|kt|someone)",
  ],
  [
    "count",
    "몇명|몇건|몇대|몇사람|몇이나|몇만|규모|인원|건수|숫자|총몇|모두몇|사람수",
    "how many|number of|headcount|total (?:victims|people|damage)|scale|count",
  ],
  [
    "hours",
    "몇시|영업시간|운영시간|주말|토요일|일요일|야간|휴일|공휴일|24시간|점심시간|밤에",
    "what time|hours|weekend|saturday|sunday|at night|tonight|holiday|24.?7|opening",
  ],
  [
    "true",
    "진짜(?:예|에|야|인|임|로)|사실(?:이|인|맞)|정말|맞나요|맞아요\\?|맞죠|맞습니까|맞는지|소문|뉴스(?:에|보|를)|들었는데|다던데|라던데|다면서|라면서",
    "is (?:it|that|this) true|really|rumou?r|i (?:heard|read)|they say|confirm|news|apparently",
  ],
  [
    "punish",
    "처벌|벌금|과징금|과태료|제재|구속|체포|영업정지|징계|형사|기소|검찰|송치|문책|벌받",
    "punish|fine[ds]?\\b|sanction|penali[sz]ed|arrest|jail|prison|suspension|charged with|prosecut|disciplin",
  ],
  [
    "technology",
    "서버|악성코드|바이러스|펨토|기지국|인증서|네트워크|통신망|시스템|방화벽|백신|감염|장비|bpf",
    "server|malware|virus|femto|base station|certificate|network|system|firewall|infected|equipment|antenna|bpf",
  ],
  [
    "careless",
    "관리|부실|소홀|방치|과실|무능|알고도|미리|예방|막을수|막지|대처|해명|거짓말|속인|허위|축소|숨",
    "careless|neglig|manag|ignor|knew|warning|failed to|lied|covered (?:it )?up|conceal|hid|explanation|accountab|fault|silent",
  ],
  ["place", "어디|어느|장소|위치|어따|어데", "where\\b|which (?:shop|store|place|branch|app|page)|location"],
  [
    "since",
    "언제부터|부터|시작|이후|이전에|개시|전에",
    "since|from (?:when|which|what)|starting|began|begin|start (?:date|of)|after (?:the|sept)|before (?:the|sept)",
  ],
  [
    "not-arrived",
    "못받|안들어|안왔|안와|안나왔|아직안|안옴|누락|안보|안떠|안줘|안돌|미지급|안되돌|소식이없|한푼도",
    "not (?:received|arrived|paid|shown)|havent (?:got|received|seen)|hasnt|didnt (?:get|receive)|still (?:waiting|no|not|nothing)|never (?:got|arrived|came|received)|missing|no sign|not yet|unpaid",
  ],
  [
    "worry",
    "걱정|불안|무섭|무서|겁나|괜찮|안전한가|안전해|위험|찝찝|안심",
    "worr|afraid|scared|anxious|safe\\b|concern|nervous|fear|risk|danger",
  ],
  [
    "drain",
    "빼가|빼갈|빼내|빠져나|인출|훔쳐|훔칠|긁|털어가|털리|가로채|잔고|출금",
    "drain|empt(?:y|ied)|steal|withdraw|take (?:my|the) money|siphon|clean(?:ed)? out|transfer (?:my|money)|savings",
  ],
  [
    "open-line",
    "개통(?:됐|된|되|했|한)|개설|만들어|만들었|발급|회선(?:이|을)?(?:더|또)|가입(?:됐|된|제한|사실)|대포|대출",
    "open(?:ed|ing)?\\b|loan|register(?:ed)?|issued|joined|lines? (?:in|under)|account in my|credit (?:check|card)|never (?:had|opened|applied)",
  ],
  [
    "login",
    "비밀번호|비번|패스워드|로그인|인증번호|otp|패스앱|본인인증|본인확인|아이디",
    "password|log ?in|verification|otp|pin\\b|authenticat|pass app|verify|2fa|user ?id",
  ],
  [
    "talk-content",
    "통화|전화내용|목소리|음성|대화|보이스톡|무전|말한|얘기한|들린|들었을|듣는",
    "call (?:content|record)|voice|conversation|talk|video call|private|hear\\b|heard\\b|snoop|spy|monitor",
  ],
  [
    "letter",
    "문자|메시지|카톡|톡으로|sms|메일|우편|편지|알림|안내문|통지|통보",
    "text|message|sms|kakao|e-?mail|letter|notice|notif",
  ],
  ["press", "링크|url|클릭|눌렀|눌러|qr|큐알|접속|들어가보|주소를", "link|url|click|tap|press|qr\\b|opened the"],
  ["install", "설치|앱을깔|원격|어플깔|apk|다운", "install|remote|apk|download"],
  [
    "told-to",
    "달래|하래|하라고|보내래|불러달|알려달|요구|시키|입력하|누르래",
    "asks? (?:me|for)|told me|wants? me|demand|request(?:s|ed) my|says? i (?:must|should|have)",
  ],
  ["cap", "한도|상한|0원으로|한도를|limit", "limit|cap\\b|ceiling|maximum|threshold"],
  [
    "invoice",
    "고지서|청구서|명세서|요금서|청구|이번달요금|납부|자동이체",
    "bill\\b|bills\\b|invoice|statement|billed|autopay|direct debit",
  ],
  [
    "bought",
    "샀|구매|사지|물건|아이템|콘텐츠|게임|앱스토어|구글플레이|티머니|모바일상품",
    "bought|buy|bought|purchase|item|game|app store|google play|gift card|vouchers",
  ],
  [
    "base-date",
    "9월|8월31|8월말|구월|기준일|이후(?:가입|에)",
    "sept|august 31|31 august|base date|cut.?off|autumn|fall\\b",
  ],
  [
    "contract-again",
    "재약정|약정(?:연장|갱신|다시|을다시|걸|만)|선택약정|재계약|연장",
    "re-?contract|renew|extend|re-?sign|jaeyakjeong|new term|selective",
  ],
  [
    "device-change",
    "기변|기기변경|기기바|기계바|폰(?:을)?(?:바꿨|바꾼|바꾸|바꿔|샀)|새폰|교체받|단말기(?:를)?바",
    "device change|chang\\w+ (?:my )?(?:phone|handset|device)|new (?:phone|iphone|galaxy|handset)|upgrad|bought (?:a|my) (?:new )?(?:phone|iphone|galaxy)|swapped my phone",
  ],
  [
    "court",
    "소장|원고|피고|로펌|위자료|시효|승소|패소|이길|공동소송|피해구제|소보원|소비자원|조정|입증|고발|손배|합의금|착수금|참여하",
    "plaintiff|defendant|law firm|settlement|statute|liab|attorney|tort|join the|win\\b|winning|judge|sosong|file a (?:suit|claim|case)|consumer agency",
  ],
  [
    "plan",
    "1조|투자|점검|감시|모니터|모의해킹|전담|인력|훈련|교육|암호화|고쳤|고치|개선|보완|완료|달라졌|재발|조직|체계|차단(?:됐|된|했)|막혔|막았",
    "trillion|invest|inspect|monitor|penetration|dedicated|staffing|training|patch|fixed|repair|improve|harden|complete|upgrade(?:d)? (?:the )?(?:network|security)|steps (?:taken|the)|prevent",
  ],
  [
    "rules",
    "약관|법적|법에|의무|근거|규정|조항|귀책|계약위반|기준이",
    "terms\\b|clause|legally|obligat|legal (?:basis|ground)|breach of contract|duty|rule|law\\b|contract says",
  ],
  [
    "short-time",
    "2주|이주|보름|14일|두주|짧게|짧은|짧아|겨우|13일|1월13|31일부터",
    "two weeks|2 weeks|14 days|fortnight|so short|only (?:two|14|a few)|january 13|13 january|jan 13",
  ],
  [
    "combined",
    "결합|묶|같이쓰|집인터넷|집전화|가족(?:결합|할인)|셋톱|iptv|지니|와이파이",
    "bundl|combin|home (?:internet|line|phone)|set.?top|iptv|genie|wifi|router|together",
  ],
  [
    "waiting",
    "기다|대기|밀려|줄서|언제와|도착|배송|입고|예정일|순번|차례",
    "wait|queue|line up|arriv|shipping|deliver|backlog|turn\\b|delayed",
  ],
  ["booked", "예약|방문예약|예약번호|예약일", "book(?:ed|ing)?\\b|reserv|appointment|slot"],
  [
    "bring",
    "가져가|가져와|챙겨|준비|들고가|신분증|위임장|필요한(?:거|게|서류)|지참",
    "bring|take with|prepare|need to have|id card|passport|papers?\\b|documents?",
  ],
  [
    "lose",
    "사라|지워|날아|없어지|초기화|다시(?:등록|발급|깔|설정)|먹통|안되나|끊기|그대로(?:인|죠|예)",
    "lose\\b|lost\\b|disappear|erase|wiped?|re-?register|re-?issue|set up again|still work|keep my",
  ],
  [
    "switch-off",
    "끄기|끄는|끌래|꺼줘|꺼주|꺼놔|닫아|닫고|잠글|잠가|안쓸|못쓰게|없애|빼주|해제",
    "turn (?:it |them )?off|switch off|disable|remove|close\\b|deactivat|get rid",
  ],
  [
    "kinds",
    "목록|종류|항목|구분|정리|표로|뭐뭐|각각|하나씩|몇가지|어느것|어떤것|범위|내용이|구체적",
    "list of|which ones|items|breakdown|kinds? of|types? of|what (?:is|are|s) (?:in|included)|details",
  ],
  [
    "meaning",
    "뜻|의미|정확히뭐|이란|란뭐|라는게뭐|라는말|이라는게|용어|개념",
    "mean|definition|what (?:is|are|s) (?:a|an|the)?|explain|term\\b",
  ],
  [
    "pay-back",
    "물어내|물어야|토해|뱉|반환|내놓|도로내|내야(?:하|되|돼|합)|청구되|남나요|남아요",
    "pay back|repay|owe|clawback|have to pay|still payable|charged for|bill(?:ed)? (?:me )?for|hand back",
  ],
  [
    "what-do-i-get",
    "뭐줘|뭐주|뭘주|뭘해주|뭐해주|뭘해|무얼|챙겨|주는게|몫|돌아오는게|받을수있는(?:걸|게|거)|뭐(?:가)?있|뭘받|뭐받|생겨",
    "what (?:do|will|can|would|did|does) (?:i|we|kt|you|each|a customer) (?:get|receive|give|do|offer)|giv(?:e|ing|en) (?:us|me|out|customers)|in it for|what else|anything (?:else|more)",
  ],
  [
    "gadget",
    "패드|투넘버|부가회선|노트북|포스기|단말기무선|gps|자동차|듀얼|보조|웨어러블|안부|키즈폰|에그|라우터",
    "laptop|pos terminal|gps|dual number|second number|wearable|car\\b|kids? (?:watch|phone)|hotspot device|lte module",
  ],
];
