import type { Concept } from "./concept.ts";

/** Words of the leak, of harm and protection, of the company and of the talk itself. */
export const HARM_CONCEPTS: readonly Concept[] = [
  ["leak", "유출|털|샜|새나|새어|해킹|빠져나", "leak|hack|breach|stolen|exposed|compromis|got out|taken"],
  [
    "which-data",
    "주민|집주소|주소|이름|생년|카드번호|비밀번호|이메일|imsi|imei|인증키|ki값|범위|어떤정보|무슨정보|뭐가유출|정보항목|개인정보",
    "which data|what data|what information|what kind|resident|address|birth|passw|email|e-mail|imsi|imei|names?\\b|personal (?:data|info)",
  ],
  [
    "mine",
    "내정보|제정보|내번호|제번호|내것도|내폰|제폰|명단|당했는지|유출됐는지|유출여부|털렸는지|걸렸",
    "my (?:number|data|info|line|phone)|was i\\b|am i\\b|check if|find out if|on the list|lookup|look up|affected",
  ],
  [
    "listen",
    "도청|감청|엿듣|엿들|도감청|통화내용|문자내용|가로채|녹음|훔쳐보|들을수|암호화|듣나",
    "listen|eavesdrop|tap|intercept|wiretap|record|encrypt|overhear|read my|calls? (?:and|or)|private conv",
  ],
  ["clone", "복제|쌍둥이|심스와|똑같은|복사|먹통", "clon|duplicat|copy of|sim swap|twin|copied|impersonat"],
  [
    "micro",
    "소액결제|소액|결제|상품권|이용료|휴대폰결제",
    "micropayment|small payment|phone payment|mobile payment|charge|payment|gift (?:card|cert|vouch)|purchase|direct carrier",
  ],
  [
    "not-mine",
    "모르는|하지도않|안한|한적없|무단|당했|당한|이상한|나도모르|안샀|안산|부정",
    "didnt|did not|never (?:made|bought)|unauthori|fraud|dont recogni|unknown|strange|not me|without my|victim",
  ],
  ["report", "신고|경찰|112|118|알려야|피해접수|어디에말", "report|police|tell\\b|complain to|notify|who do i|whom"],
  [
    "block",
    "차단|막고|막아|막을|막는|한도|잠그|잠금|못하게|안되게|제한|풀어|해제",
    "block|limit|disable|turn off|lock|stop (?:the|all)|unblock|restrict|switch off|freeze",
  ],
  [
    "history",
    "내역|이력|기록|명세|결제확인|조회",
    "history|statement|list of|see (?:my|the|what)|record|past (?:payments|charges)|check (?:my|what)|view",
  ],
  [
    "fake",
    "문자|링크|url|진짜|사칭|스미싱|피싱|전화왔|전화가왔|눌렀|클릭|가짜|사기|보이스",
    "text\\b|texts\\b|link|genuine|real\\b|scam|phish|smish|fake|clicked|message|sms|caller|call from",
  ],
  [
    "protect",
    "유심보호|보호서비스|심보호|보호가입",
    "protection service|usim protect|sim protect|protect service|lock\\b",
  ],
  [
    "name",
    "명의|도용|내이름|제이름|엠세이퍼|msafer|대포|내신분증|몰래개통",
    "my name|identity|id theft|stole my id|opened|msafer|impersonat|signed up as",
  ],
  ["sim", "유심|심카드|usim|칩", "usim|sim\\b|sims\\b|chip"],
  ["esim", "esim|이심|e심", "esim|e-sim"],
  ["swap", "교체|바꾸|바꿔|바꿀|교환", "replac|swap|chang|exchange|new (?:sim|usim)"],
  [
    "side",
    "교통카드|티머니|연락처|사진|부작용|백업|사라지|사라져|지워지|지워져|초기화|인증서|다시등록",
    "transit|contacts|photos|backup|lose my|delet|reset|erase|certificat|apps?\\b|t-?money",
  ],
  [
    "stock",
    "재고|품절|예약|대기|물량|떨어졌|없대|다떨|기다려|기다리|밀려|소진|입고",
    "stock|sold out|wait|reserv|appointment|fully booked|ran out|no usim|no sims?|run out|left at|available|queue",
  ],
  [
    "shop",
    "택배|매장|대리점|지점|우편|집에서|가까운|직영점|배송",
    "shop|store|post\\b|mail|deliver|nearest|branch|at home",
  ],
  [
    "law",
    "소송|고소|손해배상|변호사|분쟁|집단|재판|배상|법적|소비자원|판결",
    "lawsuit|sue\\b|suing|legal|court|class action|lawyer|mediation|damages|compensation claim",
  ],
  [
    "event",
    "무슨일|사건|사고|어떻게된|요약|개요|경위|펨토셀|기지국|뭔일|전말|피해규모",
    "what happened|incident|overview|summary|femtocell|base station|how did|how many people|explain the|going on",
  ],
  [
    "probe",
    "조사|수사|검거|범인|과징금|과태료|처벌|잡혔|잡았|잡힌|구속|중국인|결과",
    "investigat|arrest|fine\\b|fined|police|caught|culprit|findings|sanction|suspect|punish|criminals",
  ],
  [
    "blame",
    "책임|잘못|사과|숨기|숨긴|은폐|늑장|늦게|사퇴|사장|대표|과실|거짓|쉬쉬|이제서야|이제야",
    "blame|responsib|fault|apolog|hide|hid\\b|cover.?up|so late|ceo|resign|negligen|sorry|lied|silent",
  ],
  [
    "future",
    "재발|대책|앞으로|막았|보안|투자|tf|태스크|강화|이제안전|달라졌|방지|개선",
    "again|prevent|secur|invest|measures|future|task force|fixed|safe now|improv|steps taken",
  ],
  [
    "todo",
    "뭐해야|뭘해야|해야하|해야할|해야돼|할일|조심|대처|예방|조치|당장",
    "what should|should i|do now|what can i do|protect (?:my|our)|precaution|careful|advice|steps",
  ],
  [
    "other",
    "skt|sk텔|에스케이|쿠팡|롯데|엘지|lg|유플|2012|2014|예스24|다른회사|sgi|슼|타통신사|kt알파",
    "skt|sk telecom|coupang|lotte|lg ?u|other compan|2012|2014|another company|yes24|different",
  ],
  [
    "family",
    "엄마|어머니|아버지|아빠|부모|할머니|할아버지|아이|딸|아들|남편|아내|가족|노인|어르신",
    "mother|mom|mum|father|dad|parent|grand|kid|child|son\\b|daughter|husband|wife|family",
  ],
  [
    "human",
    "상담원|상담사|사람|직원|고객센터|콜센터|전화번호|통화|연결|114|전화주",
    "agent|human|person\\b|representative|staff|operator|phone number|call (?:me|center|centre)|hotline|customer service|speak",
  ],
  [
    "bot",
    "로봇|챗봇|기계|인공지능|ai|너(?!무)|니가|넌|당신|누구",
    "robot|bot\\b|machine|who are you|are you|your name|program",
  ],
  [
    "refused",
    "안돼요|안되|안된|안됨|오류|실패|거절|거부|지연|장애|전산|막혔|먹통|안넘어",
    "refus|reject|fail|error|outage|delay|not working|wont|denied|stuck|doesnt work|down\\b",
  ],
  ["unpaid", "미납|밀린|연체|신용", "unpaid|overdue|outstanding|debt"],
];
