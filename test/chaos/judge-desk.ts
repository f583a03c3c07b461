import type { FakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import { tagIn } from "./desk-words.ts";
import { addWords, judgeWords, type WordsVerdict } from "./judge-words.ts";
import type { Seen } from "./seen.ts";
import { cardsOf, wordsUnder } from "./staff-agents.ts";

/** What came of the cases, as Slack and the customers kept it. */
export interface DeskReport {
  readonly cases: number;
  /** Cards beyond one a case. */
  readonly doubledCards: number;
  readonly toStaff: WordsVerdict;
  readonly toCustomers: WordsVerdict;
  /** Mentions, links and previews that came alive in Slack. */
  readonly markup: number;
  /** Calls of Slack that went wrong, and those after which nobody could know what was done. */
  readonly failedCalls: number;
  readonly ambiguousCalls: number;
}

export function judgeDesk(seen: readonly Seen[], slack: FakeSlack): DeskReport {
  const threads = new Map<string, string[]>();
  const cards = new Map<string, number>();
  for (const card of cardsOf(slack)) {
    const words = wordsUnder(slack, card);
    const tag = tagIn(words.join(" "));
    if (tag === undefined) continue;
    cards.set(tag, (cards.get(tag) ?? 0) + 1);
    threads.set(tag, [...(threads.get(tag) ?? []), ...words]);
  }
  const talks = seen.flatMap(({ staff, shown }) => (staff === undefined ? [] : [{ staff, shown }]));
  return {
    cases: talks.length,
    doubledCards: [...cards.values()].reduce((sum, count) => sum + count - 1, 0),
    toStaff: addWords(talks.map(({ staff }) => judgeWords(staff.said, threads.get(staff.tag) ?? []))),
    toCustomers: addWords(
      talks.map(({ staff, shown }) =>
        judgeWords(
          staff.wanted,
          shown.filter(({ byCustomer }) => !byCustomer).map(({ text }) => text),
        ),
      ),
    ),
    markup: slack.workspace.messages.reduce((sum, { markup, bot_id }) => sum + (bot_id ? markup.length : 0), 0),
    failedCalls: slack.calls.filter(({ fault }) => fault !== "none").length,
    ambiguousCalls: slack.calls.filter(({ ambiguous }) => ambiguous).length,
  };
}
