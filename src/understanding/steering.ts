import type { Steering } from "../core/understanding.ts";
import { toKey } from "./normalise.ts";

const POLITE = "(?:요|용|여|죠|줘|줘요|주세요|주실래요|줄래요?|줄래|주시겠어요|봐|봐요)?";

/** Whole messages, without spaces and signs. */
const PATTERNS: readonly (readonly [Steering, RegExp])[] = [
  [
    "why",
    /^(?:(?:그건|그거|그걸|그게|이거|이걸|이건|이게|근데|아니|엥|네)*왜(?:요|죠|여|용|욤)?|(?:그건|그걸|이걸|이건|그런건|그런거|그런걸|이런건|이런걸|이런거|근데|아니)*왜(?:물어|물으|묻|필요|궁금|알려줘야|알려드려야|알아야|말해야|말씀드려야|대답해야|답해야).{0,14}|(?:그|이)?(?:걸|거|질문)?(?:물어보는|묻는)?이유가?(?:뭐|뭔).{0,4}|무슨이유(?:로|에요|예요)?.{0,6})$/,
  ],
  [
    "why",
    /^(?:but|and|um|hm+)?(?:why(?:doyou|areyou|isthat|would|dou|shouldi|doi).{0,45}|why|whatfor|howcome|whatsthereason|forwhatreason)$/,
  ],
  [
    "why",
    /^(?:그럼|근데|그런데|그러면|아니|엥|네)*(?:왜|어째서|무슨이유로|뭣?때문에|뭐때문에)(?:저는|난|나는|제가|내가|나만|저만|이건|그건)?(?:안되|안돼|안됨|안된|못받|못해|대상이?아니|대상아니|제외|해당이?안|해당안|거절|불가|빠지|빠졌|빠진|아니라).{0,14}$/,
  ],
  [
    "why",
    /^(?:but|and|so)?why(?:not|cant|aminot|arenti|isntit|isitnot|isitno|amiexcluded|amiineligible|doinot|donti|wonti|wasirefused).{0,40}$/,
  ],
  [
    "repeat",
    new RegExp(
      `^(?:네|아|미안한데|죄송한데|죄송하지만|잘안들려요?|못봤어요?)?(?:(?:다시|한번더|다시한번|한번만더|방금거|방금한말)+(?:좀)?(?:말해|말씀해|알려|설명해|얘기해|이야기해|보여|읽어|질문해|물어봐|해)?${POLITE}|뭐라고(?:요|했어요?|하셨어요?|했죠|그랬어요)?|방금뭐라고.{0,6}|뭐라구요?|네뭐라고요|(?:무슨|뭔)(?:말|소리|뜻)(?:이에요|이예요|이야|이죠|인가요|인지|씀이세요|씀이에요|임)?(?:모르겠어요|이해가안돼요)?|이해가?(?:안|잘안)(?:돼요|되요|가요|됩니다|되는데요))$`,
    ),
  ],
  [
    "repeat",
    /^(?:please)?(?:repeat|again|sayagain|saythatagain|repeatthat|pardon(?:me)?|comeagain|whatdidyousay|onemoretime|canyourepeat.{0,25}|sorrywhat)(?:please)?$/,
  ],
  [
    "start_over",
    /^(?:처음(?:부터|으로)(?:다시)?(?:할게요?|할래요?|하고싶어요?|해|시작.{0,6}|가기|가.{0,5}|돌아가.{0,6})?(?:줘|주세요)?|다시시작.{0,6}|새로시작.{0,6}|리셋|초기화(?:해.{0,4})?|맨처음으로.{0,6}|처음화면(?:으로)?.{0,6})$/,
  ],
  [
    "start_over",
    /^(?:startover|startagain|restart|reset|beginagain|fromthe(?:start|beginning)|startfromthebeginning)(?:please)?$/,
  ],
  [
    "cancel",
    /^(?:취소(?:요|할게요?|할래요?|해.{0,4}|하고싶어요?)?|그만(?:요|할게요?|할래요?|하자|둘게요?|둘래요?|하고싶어요?|해.{0,3})?|중단(?:해.{0,4})?|중지|멈춰.{0,3}|스톱|스탑|관둘래요?|안할래요?)$/,
  ],
  ["cancel", /^(?:cancel|stop|quit|nevermind|forgetit|abort|stopit|cancelthis|cancelthat)(?:please)?$/],
  [
    "go_back",
    /^(?:뒤로(?:가기|가.{0,4}|갈래요?|갈게요)?|(?:바로)?(?:이전|전|앞)(?:으로|질문|질문으로|단계|단계로|화면|화면으로)(?:가기|가.{0,5}|돌아가.{0,6}|갈래요?)?|이전|되돌리기)$/,
  ],
  ["go_back", /^(?:back|goback|previous|previousquestion|lastquestion|previousstep|undo|onestepback)(?:please)?$/],
];

/** "네?" asks back; without its sign it would be a yes. */
const WHAT = /^(?:네|예|응|엥|에|뭐|뭐라구|what|huh|sorry|eh)\s?\?+$/i;

/** Longer messages say more than a word of steering. */
const LONGEST = 60;

/** What the customer wants of the talk itself, when that is the whole message. */
export function readSteering(text: string): Steering | undefined {
  if (WHAT.test(text)) return "repeat";
  const key = toKey(text);
  if (key.length > LONGEST) return undefined;
  return PATTERNS.find(([, pattern]) => pattern.test(key))?.[0];
}
