import type { Concept } from "./concept.ts";

/** Words of the talk itself: answers, courtesies, steering, feelings. They never name a matter of ours. */
export const TALK_CONCEPTS: readonly Concept[] = [
  [
    "yes",
    "^(?:네|넵|넹|넴|예(?!외|약|금|상|전|방|식)|옙|응|웅|엉|ㅇㅇ)|(?<!안|못)맞(?:아|습니다|다|음)|그래요|그렇죠|그럼요|당연|물론|좋아|좋습니다|동의(?!안|하지|못)|오케이|오키|ㅇㅋ|인정|확실해|그렇게해|그렇게하|할게|하겠습|할래|진행(?:해|하|부탁)|그럽시다|그러죠|그러자|계속해|계속진행",
    "yes|yeah|yep|yup|sure|ok\\b|okay|correct\\b|agree|go ahead|indeed|of course|exactly|absolutely|definitely|fine\\b|please do|lets|sounds good|continue|proceed|right\\b(?! now| away)",
  ],
  [
    "no",
    "^(?:아니|아뇨|아녀|노노|놉|ㄴㄴ)|아닙니다|아니에|아니예|아닌데|아니거든|싫어|싫습|됐어요|됐습니다|거절|사양|(?<!왜)안(?:맞|해요|돼요|그래|합니다|할거|바꿨|샀)|아닐|지않|아니오|없습니다|(?:한|간|산)적없|필요없|그런적|틀렸|틀려|안했|안받|않았|않아|없어요|없습니다|없네|없음|전혀",
    "no\\b|nope|nah|not\\b|never|refuse|decline|wrong|incorrect|false\\b|none|nothing|didnt|dont|havent|isnt|doesnt|wasnt",
  ],
  [
    "unsure",
    "모르겠|모르는데|모름|몰라|몰겠|글쎄|모릅니|모르거든|확신이?(?:없|안)|정확(?:하지|히는)|기억나지|지도(?:요$|몰|모)|것도같|수도있고|반반|(?:언제|몇월|며칠|얼마)였|(?:아들|딸|남편|아내|엄마|가족)한테물어|기억(?:이)?(?:안|잘|가물|없)|까먹|잊어|헷갈|애매|확실(?:하지|치)|가물|긴가민가|아리송|아리까리|알쏭|감이안|알수가?없|알길이|생각이?(?:안|잘안)나|아마|구분이안|자신(?:이)?없|우째아|어찌아|어떻게알",
    "dont know|not sure|no idea|unsure|maybe|perhaps|forg[eo]t|dont remember|cant (?:remember|recall|say|tell)|no clue|who knows|hard to say|idk|dunno|not certain|uncertain|how should i know|beats me|ask my",
  ],
  [
    "thanks",
    "감사|고마|고맙|땡큐|ㄱㅅ|은혜|덕분|도움(?:이)?(?:많이)?(?:됐|되었|됬)|큰도움|친절|복받|최고",
    "thank|thx|appreciat|grateful|helpful|cheers|kind of you|life ?saver|gamsa|komawo",
  ],
  [
    "hello",
    "안녕하|^안녕|안녕\\S?$|반갑|반가|^하이|하이루|^헬로|^할로|헤이|처음뵙|여보세|(?<!잘|히)계세요|계신가|좋은(?:아침|오후)|좋은(?:저녁|하루)이|굿모닝|실례|문의(?:좀)?(?:드|하)|질문(?:이)?있|물어볼게|여쭤볼게|수고(?:가)?많|수고하(?:십니다|시네)",
    "hello|hi\\b|hey|good (?:morning|evening|afternoon|day)|greetings|howdy|nice to meet|any(?:one|body) (?:there|here)|yo\\b|annyeong ?haseyo|i have a question|sup\\b|whats up",
  ],
  [
    "bye",
    "안녕히|잘있|잘가|바이|빠이|(?:하루|밤|저녁|시간)(?:되|보내)|주무세|잘계세|평안하|다음에(?:또|다시|뵙|봐)|또올|또봐|또뵙|나중에(?:또|다시|봐)|수고하(?:세|십|셨)|고생하|들어가세|이만|끊을게|끊습|끊어야|종료|나갈게|나가볼|나가기|퇴장|로그아웃|여기까지|끝낼|끝났어|마칠|물러|ㅃㅇ|볼일다|더물어볼|더궁금한|상담끝|문의끝|건강하|조심히",
    "bye|see you|see ya|farewell|take care|good ?night|have a (?:nice|good|great|lovely)|later\\b|thats (?:all|it|everything)|im (?:done|off|leaving)|cya|logging off|log ?out|nothing else|no more questions|gotta go|ttyl|end (?:the )?chat|annyeonghi",
  ],
  [
    "cancel",
    "취소|캔슬|그만|중단|중지|멈춰|멈추|스톱|스탑|관두|관둘|관둬|안할래|안할게|안해요|철회|포기|없던일|없던걸로|보류|치소|멈출|이따가|다음(?:에|기회에)하|안(?:하려|하겠|함$|할거)|(?:는)?말고딴|접을|접어|말래|할랍니다|하지마|하지말|건너뛰|건너뛸|스킵|나중에할|생각이바뀌|마음이바뀌",
    "cancel|stop\\b|abort|quit|never ?mind|forget (?:it|about)|drop (?:it|this|that)|call it off|give up|changed my mind|withdraw|scratch that|dont want (?:to|this|it)|not now|skip|discard|leave it",
  ],
  [
    "restart",
    "처음부터(?:다시|시작|하|할|해|물|$)|처음(?:으로|화면)(?:$|돌아|가|갈|다시|좀|보)|새로시작|다시시작|다시할|리셋|초기화|초기(?:상태|화면)|첫(?:화면|페이지|단계|질문)|맨(?:처음|첨|앞)(?:으로|부터)|첨부터|제일처음|제일먼저나|홈으로|홈화면|메인|원점|새상담|새대화|리스타트|큰메뉴|다시처음|새로상담",
    "start(?:ing)? (?:over|again|fresh|anew|from)|restart|reset|from (?:the )?(?:start|beginning|top|scratch|zero)|begin again|main menu|home (?:page|screen)|first (?:question|page|step|screen)|clean slate|new (?:chat|conversation)|redo",
  ],
  [
    "back",
    "이전|뒤로|바로전|방금전|아까|앞(?:단계|질문|화면|으로돌)|직전|되돌|돌아가|돌아갈|백버튼|^백$|^빽|무르|언두|잘못(?:눌|골|선택|입력|썼|쓴|적|답|말|클릭)|수정|고칠|고쳐|고치|정정|답을바|답변을바|오타|실수",
    "go(?:ing)? back|previous|back\\b|undo|step back|last (?:question|step|answer)|wrong (?:one|button|answer|option|date|choice)|by (?:mistake|accident)|mistake|correct (?:my|that)|change my (?:answer|reply|choice)|typo|mis-?(?:click|type|press)|tapped|prior|meant to|i meant",
  ],
  [
    "again",
    "다시(?:한번|말|설명|알려|보여|얘기|보내|부탁|물어)|한번(?:만)?더|뭐라고|뭐라구|뭐라그|못들|못봤|못읽|못알아|이해(?:가)?(?:안|못|잘)|무슨(?:말|뜻|소리|얘기)|뭔(?:소리|말|뜻)|쉽게|쉬운말|천천히|또박또박|풀어서|간단히|요약|줄로|또(?:보여|볼|말)|방금(?:뭐|한말|그)|응\\?|되풀이|일러주|뭐였죠|뭐라고했|질문이뭐",
    "repeat|again|once more|one more time|pardon|what did you (?:say|ask)|didnt (?:catch|get|understand|hear|read)|dont understand|rephrase|simpl|slow|explain (?:that|it|differently)|what was (?:that|the)|what do you mean|what does that mean|resend|missed (?:that|it|what)|confus|sorry$|huh",
  ],
  [
    "anger",
    "짜증|화나|화가|화딱지|열받|열불|빡치|빡쳐|어이없|어이가|기가(?:막|차)|황당|실망|분노|분통|답답|한심|뻔뻔|최악|엉망|쓰레기|개같|병신|시발|씨발|ㅅㅂ|ㅂㅅ|ㅈㄹ|지랄|새끼|미친|망해|꺼져|못믿|믿을수가없|형편없|너무하|너무해|장난하|장난(?:쳐|치)|무책임|불쾌|괘씸|치가떨|속터|속이터|지긋지긋|배신|호구|우롱|기만|양심|생색|부끄러|창피|욕나|질린|질렸|정떨|학을떼|울화|홧|화병|엉터리|거지같|도움(?:이)?안|말귀|헛소리|딴소리|뺑뺑이",
    "angry|furious|ridiculous|terribl|awful|worst|useless|garbage|trash|pathetic|disgust|disappoint|shame|stupid|dumb|idiot|annoy|fed up|sick (?:of|and)|unacceptabl|joke|damn|shit|fuck|crap|hate|outrag|insult|incompeten|liar|lying|rubbish|sucks|hell\\b|betray|unbelievabl|absurd|horribl|disgrac|nonsense|waste of|thanks for nothing|never (?:using|trust|again)|scam company|a mess|mad\\b|rage|frustrat|nightmare|fool",
  ],
  [
    "danger",
    "죽고싶|죽겠|죽을|죽어|자살|살려|유서|극단|뛰어내|목숨|숨이|숨을|과호흡|공황|쓰러|응급|위급|119|구급|협박|칼|구해주|살고싶지|못살|버티|희망|절망|떨려|떨리|떨고|납치|가두|갇|때리|폭행|집앞|찾아왔|찾아와|캄캄|약을",
    "kill|die\\b|dying|dead\\b|suicid|emergency|ambulance|panic|breath|hurt (?:my|him|her)|threat|help me|save me|in danger|hopeless|live any|living|end (?:it|my)|knife|collaps|overdose|pills|shaking|jump|goodbye (?:note|message)|outside my|police now|chest|faint|despair|cant go on",
  ],
  [
    "at-this-moment",
    "지금(?:이순간|도계속|막|당장|바로|통화|도빠|도결제)|방금|당장|실시간|이순간|계속(?:빠|찍|결제|나가|울|와)|통화중|직전",
    "right now|this (?:second|minute|moment)|as we speak|happening now|just now|on the (?:line|phone) now|at this moment|again and again|keeps? (?:going|coming|charging)|still going",
  ],
  [
    "ability",
    "할수있(?:어|는거|는일|니|냐)|할줄|뭘할|뭐할수|무슨일을하|어떤(?:일|질문|걸도)|기능|도와줄|도움말|사용법|자기소개|이름(?:이|은)뭐|성함|정체|소속|만들었|개발|언어|영어|중국어|사투리|한국어|말걸|목록있",
    "what can you|your (?:name|purpose|function|job)|able to (?:do|answer)|how do you work|who (?:made|built|created|runs|am i)|what are you|introduce yourself|help menu|which languages|speak (?:english|korean|chinese|japanese)|topics|call you|capab|real person|automat|programmed|behind this",
  ],
];
