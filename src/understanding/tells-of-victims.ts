const COUNT =
  /(?:피해자|피해\s?(?:고객|인원|회선)|유출(?:된|됐다는)?\s?(?:사람|인원|고객))(?:들)?(?:이|가|은|는|만|도)?\s?(?:총|약|모두|전부|무려)?\s?[\d,.천만백]+\s?여?\s?명(?!\s?(?:중|에))|\b[\d,]+ (?:victims|people (?:were )?affected)\b/i;
const ONE_OWN = /저[는도희]|제가|제\s|나[는도]|내가|우리|\b(?:i|me|my|am|we)\b/i;
const REMEDY = /보상|배상|환급|환불|소송|위약금|면제|유심|신고|할인|compensat|refund|sue|waive/i;

/** True for words that only tell how many were hit ("피해자가 74명이고 2억이라던데요"): they ask about the incident, not about the own loss. */
export const tellsOfVictims = (text: string): boolean => COUNT.test(text) && !ONE_OWN.test(text) && !REMEDY.test(text);
