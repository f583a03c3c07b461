import type { Concept } from "./concept.ts";

/** What people also talk about, at a telephone company and anywhere else: signs that a text is not for this bot. */
export const EVERYDAY_CONCEPTS: readonly Concept[] = [
  [
    "assistant",
    "챗봇|상담봇|봇이|봇아|로봇|기계|인공지능|에이아이|ai|인간|사람(?:이에|이야|인가|맞|이랑|하고|처럼)|도우미|비서|안심이|누구(?:세요|야|냐|신)|누고|정체|너(?:는|의|를|뭐|누)|널|넌|니가|니들|당신|이채팅|대화하는거",
    "bots?\\b|robot|chatbot|machine|ai\\b|human|assistant|who are you|are you (?:a|an|real|human)|your name|program|ansim|this chat",
  ],
  [
    "language",
    "영어|중국어|일본어|베트남어|한국어|우리말|사투리|외국어|번역|통역",
    "english|chinese|japanese|vietnamese|korean\\b|language|translat|interpret|dialect",
  ],
  [
    "weather",
    "날씨|기온|미세먼지|우산|폭염|장마|태풍|비오|비와|눈오|추워|더워",
    "weather|rain|snow|umbrella|temperature|forecast|sunny|dust\\b|hot today|cold today",
  ],
  [
    "food",
    "(?<!이)라면(?!서)|치킨|피자집|맛집|점심(?!시간)|저녁(?:메뉴|뭐)|아침밥|요리|레시피|배달음식|김치|밥(?:먹|집)|배고|커피머신|술안주|다이어트",
    "recipe|cook|dinner|lunch|breakfast|restaurant near|hungry|pizza|chicken|rice|kimchi|diet|calorie|eat\\b",
  ],
  [
    "sport",
    "축구|야구|농구|골프(?!존)|월드컵|올림픽|손흥민|프로야구|경기(?:결과|일정)|감독(?!원)|선수",
    "soccer|football|baseball|basketball|world cup|olympic|score|match|player",
  ],
  [
    "fun",
    "노래|드라마추천|영화추천|아이돌|연예인|콘서트|게임|만화|웹툰|유튜버|농담|재밌|심심|운세|꿈|로또|타로|mbti|생일선물|여자친구|남자친구|소개팅",
    "song|sing\\b|joke|movie recommend|idol|concert|game|comic|bored|horoscope|dream|lottery|tarot|mbti|girlfriend|boyfriend|date night|poem|story",
  ],
  [
    "study",
    "시험|숙제|수학|역사|임진왜란|수도는|대통령|논문|학원|대학|면접|이력서|자소서|연봉|취업|채용|신입|알바|월급|주휴|퇴직금",
    "exam|homework|math|history of|capital of|president of|essay|universit|interview|resume|salary|job\\b|hiring|part-?time|severance|who invented|square root",
  ],
  [
    "health",
    "감기|두통|병원추천|예방접종|건강검진|독감|다이어트|혈압|치과|약국|운동법|허리|임신",
    "headache|flu\\b|vaccin|health check|dentist|pharmacy|blood pressure|back pain|pregnan|fever|doctor|sleep better",
  ],
  [
    "public",
    "여권|주민등록등본|등본|운전면허(?:갱신|시험)|연금|실업급여|건강보험|세금|연말정산|소득세|주차|과태료조회|투표|선거|출생신고|기초연금|버스|지하철|기차|ktx|비행기|(?<!소)비자|택시",
    "passport renew|driver.?s licen|pension|unemployment|health insurance|tax|parking|vote|election|bus\\b|subway|train\\b|flight|visa|taxi",
  ],
  [
    "shopping",
    "쇼핑|쇼핑몰|반품|택배(?:조회|어디)|중고거래|옷|신발|세탁기|냉장고|에어컨|강아지|고양이|이사업체|부동산|전세(?!계)|아파트|청소(?!년)|하객",
    "shopping|return (?:a|an|the) (?:item|shirt|shoes)|clothes|shoes|washing machine|fridge|air conditioner|dog\\b|cat\\b|apartment|rent\\b|furniture|wedding",
  ],
  [
    "finance",
    "금리|환율|주가|주식추천|비트코인(?:시세|전망|얼마)|적금추천|대출금리|펀드|보험료|현금영수증|카드추천|수수료",
    "interest rate|exchange rate|stock price|bitcoin price|invest in|mortgage|fund\\b|receipt|which card|atm fee",
  ],
  [
    "rate-plan",
    "요금제(?:변경|추천|바꾸|이름|뭐|종류|비교|를|가|좀|싼)|5g요금|무제한요금|약정(?:없는|기간이?뭐)|청소년요금|시니어요금|장애인|복지할인|감면신청",
    "(?:change|cheaper|best|which|recommend|compare|my) (?:rate )?plan|5g plan|senior plan|student plan|tariff|prepaid plan|disabilit|welfare discount",
  ],
  [
    "signal",
    "속도|느려|느린|끊겨|끊김|안터|안테나|신호|(?<!쇼)핑(?:이|튀)|와이파이(?:가|안|느|비번)|lte로만|5g안|통화품질|음질|먹통|빨간불|공유기|모뎀",
    "slow|speed|signal|no service|reception|lag|ping\\b|dropped calls|call quality|wifi password|router|modem|blinking|coverage map|antenna|bars\\b",
  ],
  [
    "handset",
    "액정|배터리|충전|화면(?:이|캡처|깨|꺼)|벨소리|글씨(?:크|작|가)|볼륨|카메라|스피커|수리|as센터|서비스센터|침수|떨어뜨|분실|잃어버|찾았|아이폰(?:출시|신형|가격|나와)|갤럭시(?:출시|신형|가격)|사전예약|자급제",
    "screen (?:broke|crack|shot)|cracked|battery|charg(?:er|ing)|ringtone|font size|volume|camera|speaker|repair|lost (?:my )?phone|stolen phone|iphone (?:price|release)|galaxy (?:price|release)|pre-?order|unlocked phone|water damage",
  ],
  [
    "line-admin",
    "명의변경|개명|주소변경|이사(?:를|하|갈|해|간)|이전설치|설치기사|번호변경|번호를?바꾸|컬러링|링투유|착신|부가서비스(?:해지|뭐)|일시정지|정지(?:풀|해제|하)|유학가는동안|납부일|결제일|빠지게|카톡으로받|종이고지서|이메일고지서|영수증|자동이체(?:변경|신청)|미환급|포인트|별포인트|등급|선물하기|데이터(?:선물|쿠폰|충전|남|얼마나썼)|통화시간",
    "change (?:of )?(?:ownership|my name|address|my number|number|billing|payment)|moving house|new address|install(?:ation)? (?:date|technician)|ringback|call forward|suspend my|pause my|payment date|paperless|paper bill|receipt|auto ?pay|reward points|points balance|tier|gift data|data (?:usage|left|used)|minutes left|voicemail",
  ],
  [
    "tv-home",
    "티비(?:다시|채널|리모|볼|가안)|다시보기|채널|리모컨|셋톱박스|지니야|기가지니(?:설|연)|테레비|cctv|집인터넷(?:신청|가입|느)|새로인터넷|인터넷(?:신규|가입하면|속도|설치)",
    "channel|remote control|set-?top|replay|catch-?up tv|cctv|new internet|internet (?:speed|install|sign)|tv (?:guide|not)",
  ],
  [
    "roaming-else",
    "로밍(?:신청|꺼|끄|켜|차단|요금|가격|얼마|비)|현지유심|포켓와이파이|데이터로밍(?:끄|차단)|국제전화",
    "turn (?:on|off) roaming|roaming (?:price|cost|rate|fee)|local sim|pocket wifi|international call",
  ],
];
