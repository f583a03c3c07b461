import { toKey } from "./normalise.ts";

export type ShortReply = "yes" | "no" | "unsure" | "declined";

const YES =
  "네|넵|넹|넴|넨|예|옙|옛|응|웅|엉|어|맞아|맞습니다|맞음|맞네|맞는데|마자|맞다|그래|그렇습니다|그렇죠|그렇소|그렇지|그럼|당연하죠|당연하지|당연|오케이|오키|좋아|좋습니다|좋소|부탁해|부탁드려|부탁드립니다|부탁합니다|해주세요|해줘|연결해주세요|연결해줘|연결부탁|바꿔주세요|콜|고고|확인|인정|동의|동의합니다|했어|했습니다|했음|했지|했는데|받았어|받았습니다|있어|있습니다|있음|있는데";
const NO =
  "다|전부|모두|아무것도|그런거|그런건|그런일|그런적|한적|받은적|해당|해당사항|해당하는거|해당되는거|특별히|딱히|아니|아니야|아니에|아니예|아니다|아니라고|아니라니까|아뇨|아녀|아뇽|아닙니다|아닌데|아님|노|놉|노노|싫어|싫습니다|됐어|됐습니다|괜찮아|괜찮습니다|필요없어|필요없습니다|틀렸어|틀려|전혀|없어|없습니다|없음|없는데|안했어|안했습니다|안했음|아직|아직이|아직안했어|한적없어|그런적없어|안받았어|안당했어|안돼|안됩니다|못했어|못했습니다|안받음|안함";
const TAIL = "(?:요|용|욤|여|염|오|유|ㅇ|ㅎ|ㅋ|ㅠ|ㅜ)*";

const yes = new RegExp(
  `^(?:(?:${YES})${TAIL})+$|^(?:(?:yes|yep|yeah|yup|ya|y|sure|ok|okay|correct|right|ofcourse|exactly|thatsright|thatscorrect|absolutely|definitely|pleasedo|please|goahead|idid|itis|iam|ihave|indeed|confirmed))+$`,
);
const no = new RegExp(
  `^(?:(?:${NO})${TAIL})+$|^(?:no|nope|nah|n|notreally|wrong|incorrect|nothanks|nothankyou|noneed|never|noway|notyet|none|ididnt|idont|ihavent|itisnt|imnot|itsnot|thatswrong|thatsnotright)+$`,
);
/** Bare words of the list above that deny nothing by themselves. */
const HALF_NO =
  /^(?:다|전부|모두|아무것도|그런거|그런건|그런일|그런적|한적|받은적|해당|해당사항|해당하는거|해당되는거|특별히|딱히)+(?:요|이요)?$/;
const UNSURE =
  /모르|모름|몰라|몰겠|기억이?(?:안|잘|가물|없)|기억못|까먹|글쎄|확실하지|확실치|확실히는|가물가물|헷갈|생각이?(?:안|잘안)나|알수가?없|긴가민가|dont?know|dontremember|donotknow|donotremember|dontrecall|notsure|noidea|cantremember|cannotremember|forgot|dunno|^idk|unsure|noclue|hardtosay/;
const DECLINED =
  /(?:말|말씀|대답|답|답변|알려|밝히|얘기|이야기|가르쳐).{0,6}(?:싫|싶지않|고싶진않|지않을|안할래|못하겠|않겠|안줄|안드릴|줄수없|드릴수없)|안알려(?:줄|드릴|줘)|비밀(?!번호)|노코멘트|패스(?!워드|앱|로|인증)|건너뛰|건너뛸|넘어가|넘길게|스킵|^(?:skip|pass|next)|prefernotto|rathernot|dontwantto(?:say|tell|answer|share)|noneofyourbusiness|nocomment|notgoingto(?:say|tell)|wont(?:say|tell)|개인적인거라|사생활/;

/** Longer texts are not just a short reply. */
const LONGEST = 40;

/** Yes, no, "don't know" or "won't say", when a clause is nothing but that. */
export function readShortReply(clause: string): ShortReply | undefined {
  const key = toKey(clause);
  if (key.length > LONGEST) return undefined;
  if (yes.test(key)) return "yes";
  if (no.test(key) && !HALF_NO.test(key)) return "no";
  if (DECLINED.test(key)) return "declined";
  return UNSURE.test(key) ? "unsure" : undefined;
}

const LEADING = /^(네|넵|예|응|맞아요|yes|yeah|yep|아니요|아니오|아뇨|아니|no|nope)[\s,.!~]+(?=\S)/i;

/** The yes or no with which a longer clause begins ("네 제가 해지했어요"), and what follows it. */
export function leadingReply(
  text: string,
): { readonly kind: "yes" | "no"; readonly word: string; readonly rest: string } | undefined {
  const match = LEADING.exec(text);
  const word = match?.[1];
  if (match === null || word === undefined) return undefined;
  const kind = /^(?:아|n)/i.test(word) ? "no" : "yes";
  return { kind, word, rest: text.slice(match[0].length) };
}

const DENIES = /안|않|못|아니|아닌|아녀|아뇨|없|싫|노|틀|no|n't|not|never|wrong|none/i;

/** True when the words can mean this answer at all; a classifier takes "했어요" for its opposite. */
export const canMean = (text: string, reply: ShortReply): boolean =>
  reply === "no" ? DENIES.test(text) : reply !== "yes" || !DENIES.test(text);
