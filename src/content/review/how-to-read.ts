/** Stands above each table of rules. */
export const HOW_TO_READ = `규칙은 조건에 맞고, *다만*에 적힌 규칙 가운데 살아 있는 것이 하나도 없을 때 살아 있어요. *다만*의 규칙도 자기 *다만*에 지면 살아 있지 않아요. 순서나 우선순위는 없어요. 살아 있는 규칙의 이유는 모두 알려요. 살아 있는 규칙끼리 결과가 다른 정책은 아예 실행되지 않아요. 날짜는 모두 한국 날짜예요.

모르는 것이 남아 있으면, 그 답이 무엇이든 결과가 같을 때만 결과를 말하고 아니면 물어봐요. 고객이 모르거나 말하지 않으면 다른 답으로 정해지는지 먼저 보고, 안 되면 사람이 확인해요.

A rule stands when its condition holds and none of the rules under *unless* stands; those can be beaten in turn. There is neither order nor priority. The reasons of all rules that stand are told; a policy in which standing rules would differ in their result is refused. All days are days in Korea.

While something is unknown, a result is told only if every possible answer gives the same one; otherwise it is asked for. What the customer does not know or does not want to say is left open: if other answers cannot settle it, a person decides.
`;
