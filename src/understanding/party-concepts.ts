import type { Concept } from "./concept.ts";

/** Who is meant, and in what position: people, offices, firms, places. */
export const PARTY_CONCEPTS: readonly Concept[] = [
  [
    "authority",
    "정부|과기정통부|과기부|방통위|개인정보위|개보위|국회|청문회|장관|금융위|금감원|위원회|진흥원|kisa|공정위|국정감사|민관",
    "government|ministry|minister|regulator|commission|authorit|parliament|assembly|kisa|watchdog|hearing|official report",
  ],
  [
    "criminal",
    "범인|해커|일당|도둑|용의자|공범|조직|배후|북한|중국|훔쳐간|주범|수배",
    "hackers?\\b|criminal|suspect|culprit|thie[fv]|gang|perpetrator|who did (?:it|this)|north korea|mastermind|attackers?|crook",
  ],
  [
    "boss",
    "사장|대표|회장|임원|ceo|책임자|경영진|김영섭|이사회|물러나|사퇴|사임",
    "ceo|president|executive|chairman|boss|management|step(?:ped)? down|resign|board\\b|in charge",
  ],
  [
    "who",
    "누가|누구|어떤(?:사람|고객)|누군|사람만|사람도|사람은",
    "who\\b|whom|which (?:customers?|people|users?)|people who",
  ],
  [
    "everyone",
    "전고객|전체고객|모든고객|일반고객|일반가입|모두다|누구나|전원|다주|전부주|전체가입|안털린|피해없",
    "all (?:customers|users|subscribers)|everyone|everybody|every (?:customer|user)|ordinary|regular customer|normal (?:user|customer)|not (?:a )?victim|unaffected",
  ],
  [
    "firm",
    "법인|회사(?:명의|폰|이름)|사업자|직원(?:들|폰|이름)|단체|업체",
    "corporate|company (?:line|phone|account)|business|employees?|staff phones|firm\\b",
  ],
  [
    "minor",
    "미성년|초등|중학|고등학|애가|아이(?:폰명의|명의|이름|가|들|한)|자녀|딸|아들|손주|조카",
    "minor\\b|kids?\\b|child|teen|under (?:18|19)|son\\b|daughter|grand(?:son|child|daughter)|niece|nephew",
  ],
  [
    "heir",
    "상속|돌아가(?:신|셨)|사망|고인|유족|별세|장례",
    "died|deceased|heir|inherit|passed away|estate\\b|funeral|late (?:father|mother|husband|wife)|death",
  ],
  [
    "elder",
    "할머니|할아버지|할매|할배|노인|어르신|늙은|부모님|칠순|연세|어머|아버|엄마|아빠|시어머|장인",
    "grand(?:ma|pa|mother|father|parents)|elder|old (?:man|woman|lady|people)|parents?|mother|father|mom\\b|dad\\b|mum\\b",
  ],
  [
    "ill",
    "병원|입원|수술|퇴원|아파|아팠|중환자|요양|투병|치료|사고를당",
    "hospital|surgery|sick|ill\\b|illness|coma|treatment|injur|accident|icu|intensive",
  ],
  [
    "abroad",
    "해외|외국|유학|출장|주재|귀국|입국|출국|이민|파병|원양",
    "abroad|overseas|studying|business trip|returned to korea|foreign|deploy|ship\\b|outside korea|out of the country",
  ],
  [
    "soldier",
    "군대|군복무|군인|입대|전역|훈련소|복무|휴가|병사|부대",
    "army|military|soldier|discharg|enlist|boot camp|conscript|barracks|navy|marine",
  ],
  [
    "joined",
    "신규|새로(?:가입|개통|들어)|가입(?:한|했)|들어(?:온|왔)|번호이동(?:해서|으로)왔|개통(?:한|했)",
    "joined|new (?:customer|subscriber|line|user)|signed up|activated|ported in|moved to kt|came to kt|subscribed in",
  ],
  [
    "left",
    "나갔|나간|떠났|떠난|해지(?:한|했)|갈아탔|옮겼|옮긴|넘어갔|탈퇴(?:했|한)|나왔|뺐",
    "left\\b|cancelled|switched|already (?:left|moved|gone)|ported out|i quit|moved (?:away|to)|terminated|gone",
  ],
  [
    "stay",
    "남아|남으면|남는|남을|잔류|눌러앉|계속(?:쓰|쓸|있|사용)|안나가|안옮|그대로(?:쓰|쓸|있)|의리",
    "stay|remain|keep using|not leaving|dont (?:switch|leave)|stick with|loyal|continue with",
  ],
  [
    "mvno-brand",
    "엠모바일|스카이라이프|리브|프리티|티플러스|아이즈|유모비|헬로모바일|이지모바일|에이모바일|토스모바일|밸류컴|u모바일|핀다이렉트",
    "m mobile|skylife|liiv|freet|tplus|eyes ?mobile|umobile|hello ?mobile|toss mobile",
  ],
  [
    "other-breach",
    "카카오|네이버|싸이월드|네이트|옥션|인터파크|넥슨|여기어때|골프존|모두투어|알바몬|디올|티파니|까르띠에|루이비통|아디다스|명품|gs리테일|지에스|g마켓|지마켓|11번가|위메프|티몬|테무|알리(?:페이|익스)|페이스북|메타|구글|애플(?!워치|티비|페이)|듀오|국민카드|농협|현대카드|서울대병원|파파존스|에퀴팩스|야후|메리어트|t모바일|버라이즌|배민|당근마켓|스크트|sgi|토스(?!모)|케이티알파",
    "kakao|naver|cyworld|nate\\b|auction|interpark|nexon|golfzon|modu|albamon|dior|tiffany|cartier|louis|adidas|gmarket|11st|wemakeprice|tmon|temu|ali(?:pay|express)|facebook|meta\\b|google|apple\\b(?! watch| tv| pay)|duo\\b|kookmin|nonghyup|equifax|yahoo|marriott|t-?mobile|verizon|at ?t\\b|ticketmaster|kupang|toss\\b|linkedin|sony",
  ],
  [
    "elsewhere",
    "다른(?:회사|통신사|데|곳|사건)|딴(?:데|회사)|거긴|그쪽|그회사|타사|예전(?:에|사고|해킹)|옛날(?:에|사고)|작년|몇년전|그때",
    "other (?:compan|carrier|breach|hack|case|incident)|another (?:compan|breach|hack|carrier)|elsewhere|years? ago|earlier (?:leak|breach|hack)|last year|back in|previous (?:leak|breach|hack)",
  ],
  [
    "stream-brand",
    "웨이브|쿠팡플레이|왓챠|유튜브|티비잉|애플티비|아프리카|치지직|밀리",
    "wavve|coupang play|watcha|youtube|apple tv|millie",
  ],
  [
    "shop-brand",
    "파리바게|파바|던킨|이디야|cgv|롯데시네마|메가박스|배스킨|베라|메가커피|뚜레|gs25|cu|외식|놀이공원|롯데월드|에버랜드|컴포즈|피자|햄버거",
    "paris baguette|dunkin|ediya|cgv|lotte cinema|megabox|baskin|mega ?coffee|tous les|gs25|amusement|lotte world|pizza|burger|restaurant",
  ],
  [
    "region",
    "서울|경기|광명|금천|부천|부산|대구|지역|동네|전국|지방|과천|영등포|인천|제주",
    "region|area\\b|seoul|district|city\\b|province|nationwide|busan|gwangmyeong|neighbou?rhood|gyeonggi",
  ],
  [
    "me",
    "나도|저도|나는|저는|제가|내가|내꺼|제꺼|내것|저희|우리",
    "am i|was i|do i|did my|is my|are my|was my|for me|about me|mine|i am|im\\b",
  ],
];
