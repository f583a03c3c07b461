const DESPAIRS =
  /죽고\s?싶|죽어\s?버리|자살|살기\s?싫|살고\s?싶지|뛰어내리|뛰어내릴|목숨을?\s?끊|목을?\s?매|극단적(?:인)?\s?(?:선택|생각)|(?<![가-힣])유서(?![가-힣]{0,2}비스|깊|류|\s?깊)|\b(?:kill myself|suicid\w*|want to die|end my life|ending it all|take my (?:own )?life)\b/i;
const NOT_SERIOUS = /배고파\s?죽|웃겨\s?죽|더워\s?죽|졸려\s?죽/;

/** Money that leaves right now; "…있나요?" and "…있는지" only fear it. */
const MONEY_LEAVING =
  /(?:돈|잔액|잔고|예금).{0,10}(?:빠져\s?나가|빠지|나가|인출\s?되|이체\s?되)고\s?있(?!나|는지|을까|는\s?건)|\bmoney is (?:leaving|being (?:taken|withdrawn|transferred))|\b(?:draining|emptying) my (?:bank )?account/i;

/** A swindler is on the line; to ask whether a message about it is genuine is no danger yet. */
const MOVING_MONEY = /안전\s?계좌.{0,10}(?:옮기|보내|이체|입금|송금)|\b(?:move|transfer|send)\b.{0,20}\bsafe account/i;
const ON_THE_LINE = /지금|통화\s?중|안\s?끊|끊지\s?(?:말|못)|\b(?:right now|on the phone|on the line|still talking)\b/i;

const URGENT =
  /지금|당장|방금|실시간|계속\s?(?:빠|나가|나와|결제|찍|인출|이체|전화|연락|협박|울|떨)|제발|살려|도와|죽|무서|무섭|위급|응급|급해|빠져나가|나가고|협박|찾아온|떨려|떨리|숨이|숨을|공황|쓰러|심장|어지|약을|버티|버틸|희망|끝내|살\s?이유|사라지|사라져|없어지|체포|납치|데리고|송금|원격|막아|멈춰|벼랑|\b(?:help|now|scared|dying|die|emergency|urgent|panic|threat|arrest|breathe|shaking|scammer|controlling|stop|transfer|collapsed|live|living|right now|daughter|son)\b/i;

/** True when the words themselves sound of danger; the classifier alone is not enough to call a person at once. */
export const soundsUrgent = (text: string): boolean => URGENT.test(text);

const SENT_FILE =
  /^(?:\S{1,8}\s){0,2}(?:사진|캡처|캡쳐|스크린\s?샷|이미지|파일|동영상)(?:을|를|은|도|이|가)?\s?(?:\S{1,6}\s)?(?:보냈|보내\s?드렸|올렸|첨부했|전송했|보이|보여|가나요|갔나요|열리)|^i(?:'ve| have)? (?:just )?(?:sent|attached|uploaded) (?:a |the |you a |my )?(?:photo|picture|file|screenshot|image)/i;

/** Of a file that was sent: a classifier that knows no better hears danger in it. A word of danger beside it counts. */
export const onlySendsFile = (text: string): boolean => SENT_FILE.test(text) && !soundsUrgent(text);

/** Words after which a person must answer, whatever else the message says. */
export const isInDanger = (text: string): boolean =>
  MONEY_LEAVING.test(text) ||
  (MOVING_MONEY.test(text) && ON_THE_LINE.test(text)) ||
  (DESPAIRS.test(text) && !NOT_SERIOUS.test(text));
