const KO =
  /^(?:지금까지|여기서|오늘|이|제가?)?\s*(?:나눈|한)?\s*(?:대화|채팅|상담)\s*(?:내용|내역|기록)?(?:을|를)?\s*(?:전부|모두|다|좀|파일로|글로)?\s*(?:보내|저장\s?(?:해|하고|할)|내려\s?받|다운|뽑아|받고\s?싶|받을\s?수|보관하고)/u;
const EN =
  /^(?:please |can you |could you |can i |could i |may i |i(?:'d| would) like to |i want to )?(?:please )?(?:send|save|download|export|get|have|give me|keep)\b(?: me)?(?: a| the| my| this| our)?(?: copy of)?(?: the| my| this| our)? (?:transcript|conversation|chat(?: log| history)?)\b/i;
const LONGEST = 60;

/** The whole message asks for what was said so far, to keep it. */
export const asksForTranscript = (words: string): boolean =>
  words.length <= LONGEST && (KO.test(words.trim()) || EN.test(words.trim()));
