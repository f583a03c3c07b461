/** English words that the two-set layout would also read as Korean syllables, and the commonest others. */
const FREQUENT: ReadonlySet<string> = new Set(
  `the who how for what so go do to of in on it is be as at by if or an my me we us no yes he his her she him you your they them
  was are am not can has had have will did does but and all any from with this that there here when where why which while
  get got give take make made help please thanks thank hello hey hi bye good bad new old one two use used phone number
  money fee call bank card sim data line plan price cost free date day week month year time now then than them too also
  just like want need know think work works world text tell talk check lost out about into over after before again
  right their these those would could should other some such more most much many very stop start back go going gone
  did done don't cancel refund leak leaked hack hacked kt rok dog dork work word wrong write fork form work norm firm
  who whom whose own off gosh dish rich such shop ship skip sort sorry sorrow tower town towns torn worn down dorm thx ty tysm cya pls plz
  always air aid city girl fish fix fox foreign social society special visit virus doctor dirty duty sleep snake six sixty
  fifty shock sick sorry sit sight shame shake theory theme thorn throw thrown spend suspend spam spark span spa soap soak
  sock sofa sharp shark shadow shelf slap slash slow snap suck fuck goal god gown goods rush russian rust rusty rosy rock
  robot rod rural ruth duck dual dusk dusty dutch dock disk dna dial dismal difficulty downtown disqualify dependency dot
  formal flash flap flavor fuel fury fur furry quantity queen quick quality chairman chaos chap chapel christian church
  author authority authentic auditor coal coach cock cork corn corp cosy cozy cow crash confidential clan clap clash
  clause clean clear clerk client confirm envy element elementary endorsement enthusiasm entity entry english fireman
  fort forth forty gift giant gps sos sigh sign signature skeptical slack soft soul sudan subsidiary surgery suspend
  tofu torch tuck turk tutor tutorial thai theft thief tight title town toxic turn twin vodka virtual vital vivid whale
  wheel width wish wit worm worth worry wow anal ancient angel anger angry angle ant anti anxiety apt aware away alarm
  amend amen also an and anal analytical alright aisle chance charity chen choir chosen circle citizen civic`.split(
    /\s+/,
  ),
);

export const isFrequentEnglish = (word: string): boolean => FREQUENT.has(word);
