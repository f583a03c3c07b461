import { judge, type Talk } from "./judge.ts";
import type { Answers } from "./learn-answers.ts";
import type { AllAnswers, Seen } from "./seen.ts";

/** What was asked and answered, as it is judged. */
export const talkOf = (one: Seen, answers: AllAnswers): Talk => ({
  accepted: one.told.accepted,
  answered: answered(one, answers[one.channel]),
});

/** A line for each conversation in which answers came twice or in the wrong order, or answered nothing, with when they came. */
export const brokenTalks = (seen: readonly Seen[], answers: AllAnswers): readonly string[] =>
  seen.flatMap((one) => {
    const talk = talkOf(one, answers);
    const { duplicated, reordered, strange } = judge(talk);
    if (duplicated + reordered + strange === 0) return [];
    const times = one.shown.map(({ text, byCustomer, atMs }) =>
      byCustomer ? `(said ${atMs})` : `${answers[one.channel]?.questionOf(text) ?? "-"} ${atMs}`,
    );
    return [`${one.told.clientIds[0]} on ${one.channel}: asked ${talk.accepted}, shown ${times.join(", ")}`];
  });

/** Questions that the bot's replies answer; the greeting, once and first, answers none. */
function answered({ shown, staff }: Seen, answers: Answers | undefined): readonly (number | undefined)[] {
  const texts = shown.flatMap(({ text, byCustomer }) => (byCustomer ? [] : [text]));
  const replies = texts[0] !== undefined && answers?.isGreeting(texts[0]) ? texts.slice(1) : texts;
  const questions = replies.map((text) => answers?.questionOf(text));
  // What is said about the hand-off, and by staff, is judged by itself.
  return staff === undefined ? questions : questions.filter((question) => question !== undefined);
}
