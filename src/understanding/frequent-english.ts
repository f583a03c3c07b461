/** English words that the two-set layout would also read as Korean syllables, and the commonest others. */
const FREQUENT: ReadonlySet<string> = new Set(
  `the who how for what so go do to of in on it is be as at by if or an my me we us no yes he his her she him you your they them
  was are am not can has had have will did does but and all any from with this that there here when where why which while
  get got give take make made help please thanks thank hello hey hi bye good bad new old one two use used phone number
  money fee call bank card sim data line plan price cost free date day week month year time now then than them too also
  just like want need know think work works world text tell talk check lost out about into over after before again
  right their these those would could should other some such more most much many very stop start back go going gone
  did done don't cancel refund leak leaked hack hacked kt rok dog dork work word wrong write fork form work norm firm
  who whom whose own off gosh dish rich such shop ship skip sort sorry sorrow tower town towns torn worn down dorm thx ty cya pls plz`.split(
    /\s+/,
  ),
);

export const isFrequentEnglish = (word: string): boolean => FREQUENT.has(word);
