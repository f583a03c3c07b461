import { matchesOf } from "./matches-of.ts";
import type { Clause } from "./split-clauses.ts";

/** A clause, and whether only a particle or an ending joins it to the one before ("얼마인지랑 언제인지"). */
export interface JoinedClause extends Clause {
  readonly joined: boolean;
}

const ASKED_NOUN = "방법|법|기간|기한|날짜|일정|금액|절차|서류|준비물|대상|조건|여부|이유|내역|번호|시기|기준|범위";
const WHETHER = "[는은인한할될된을던뭔건만든운른]지";
/** After "…지", "방법" and the like a particle joins two questions; after a question word the ending "고" does. */
const JOINTS = new RegExp(
  `(?<=(?:${ASKED_NOUN}|까지|${WHETHER})(?:도)?(?:이랑|랑|하고|와|과|이고|하며|,))\\s(?!알려|궁금|알고|알아|알\\s|가르쳐|설명|모르|모른|말해|말씀|좀\\s|확인|조회|문의|여쭤|물어|묻|찾|보려|보고|봐|걱정|무서|헷갈|기억|생각|답)|(?<=[가-힣](?<![다라자냐])고(?:요)?,?)\\s(?!싶|있|나[서면]|계[시속]|보[니면]|나니)`,
  "g",
);

const QUESTION_WORD = /언제|어디|어떻게|어떤|얼마|얼만|누가|누구|무슨|무엇|뭐|뭔|뭘|며칠|몇|왜|어느/;
const ASKED = new RegExp(
  `${QUESTION_WORD.source}|${WHETHER}(?=[도를은요랑이하과와,\\s]|$)|(?:${ASKED_NOUN})(?=[도를을은이하과와랑,\\s]|$)|\\?|(?:나요|까요|가요|죠|되나|있나|돼요)|알려|궁금|가르쳐|부탁|싶어|싶은`,
);

/** True for words that ask, though no question mark or ending says so ("위약금 얼만지랑"). */
export const isAsked = (part: string): boolean => ASKED.test(part);

/** Pieces of a clause that may each ask by itself. */
export function splitJoined({ text, at }: Clause): readonly JoinedClause[] {
  const pieces: JoinedClause[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = text.slice(from, to).trim();
    if (piece !== "") pieces.push({ text: piece, at: at + text.indexOf(piece, from), joined: from > 0 });
    from = to;
  };
  for (const { index } of matchesOf(text, JOINTS)) {
    if (isAsked(text.slice(from, index)) && isAsked(text.slice(index))) add(index);
  }
  add(text.length);
  return pieces;
}

const ENDS = new RegExp(`(?<=(?:${ASKED_NOUN}|지|도))(?:이랑|랑|하고|이고|와|과|하며|,)$`);
const OPENS = /^(?:그리고|근데|그런데|또|아 그리고|and also|and|but|also|so|then)\s/i;
const IS_AND = /(얼마|까지|부터|뭐|누구|어디|언제)(?:이)?고요?,?$/;
const DOES_AND = /([가-힣])고요?,?$/;

/** A piece as the question that it would be by itself ("유심은 어디서 바꾸고" asks "유심은 어디서 바꾸나요"). */
export function asQuestion(piece: string): string {
  const bare = piece.replace(OPENS, "").replace(ENDS, "").trim() || piece;
  if (!QUESTION_WORD.test(bare)) return bare;
  return IS_AND.test(bare) ? bare.replace(IS_AND, "$1예요") : bare.replace(DOES_AND, "$1나요");
}

/** The matter that a piece begins with, for one after it that leaves it out ("유심 교체 방법이랑 준비물"). */
export const matterOf = (piece: string): string | undefined => {
  const [first = ""] = asQuestion(piece).split(" ");
  return first.replace(/(?<=[가-힣a-z]{2})(?:은|는|이|가|을|를|도)$/i, "") || undefined;
};
