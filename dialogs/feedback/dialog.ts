import type { CloseReason } from "../../src/core/activity.ts";
import type { Case, HandOffReason } from "../../src/core/case.ts";
import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { Intent } from "../../src/core/intent.ts";
import { intentButton, text } from "../../src/core/message.ts";
import { SURVEY_ANSWERS } from "../../src/core/survey.ts";
import type { Dialog, DialogTurn, Parting } from "../../src/dialog/dialog.ts";
import { asksForTranscript } from "./asks-for-transcript.ts";
import { readAnswer } from "./read-answer.ts";
import { isShort, readsAsComment } from "./reads-as-comment.ts";

/** Whoever was in danger or angry is not asked for marks, and who does not answer any more is not asked at all. */
const NEVER_AFTER: ReadonlySet<HandOffReason> = new Set<HandOffReason>(["danger", "upset"]);
const NEVER_WHEN: ReadonlySet<CloseReason> = new Set<CloseReason>(["no-answer"]);

/** Alone and short, these are no comment on anything. */
const COURTESY: ReadonlySet<Intent> = new Set<Intent>(["greeting", "thanks", "goodbye", "affirm", "deny", "dont_know"]);

/** One question after a closed case, once, and the comment after it. Whatever is no answer is an ordinary message. */
export const feedback: Dialog = {
  name: "feedback",
  parting: (ended) => (isAsked(ended) ? ask(ended.closed) : []),
  first: ({ state, understanding, ...turn }) => {
    if (asksForTranscript(understanding.text)) return transcript;
    if (state.survey?.awaits === "answer") return answered(understanding.text);
    return state.survey?.awaits === "comment" && isComment({ state, understanding, ...turn })
      ? commented({ state, understanding, ...turn })
      : undefined;
  },
};

const transcript: Decision = {
  outcome: "answered",
  effects: [{ kind: "say", message: text("feedback.transcript", { transcript: { kind: "transcript" } }) }],
};

function isAsked({ closed, decision: { effects } }: Parting): boolean {
  const ends = effects.some(
    (effect) =>
      effect.kind === "hand-back" ||
      effect.kind === "support-completed" ||
      (effect.kind === "close" && !NEVER_WHEN.has(effect.reason)),
  );
  return ends && !NEVER_AFTER.has(closed.reason) && closed.danger !== true;
}

const ask = ({ id }: Case): readonly Effect[] => [
  {
    kind: "say",
    message: text(
      "feedback.ask",
      {},
      SURVEY_ANSWERS.map((answer) => ({ kind: "survey", answer }) as const),
    ),
  },
  { kind: "ask-survey", case: id },
];

function answered(words: string) {
  const answer = readAnswer(words);
  if (answer === undefined) return undefined;
  const message = text(answer === "no" ? "feedback.answered-no" : "feedback.answered");
  return {
    outcome: "surveyed",
    effects: [
      { kind: "answer-survey", answer },
      { kind: "say", message },
    ],
  } as const;
}

/** What asks something, steers the talk, tells of the own situation or is only polite is no comment. */
function isComment({ understanding: { text: words, segments, steering, facts } }: DialogTurn): boolean {
  if (steering !== undefined || facts.length > 0) return false;
  if (segments.some(({ band, intent }) => band === "sure" && intent === "complaint")) return true;
  const polite = segments.every(({ band, intent }) => band === "sure" && COURTESY.has(intent));
  return readsAsComment(words) && !(polite && isShort(words));
}

const commented = ({ understanding, state }: DialogTurn) =>
  ({
    outcome: "surveyed",
    effects: [
      { kind: "comment-survey", comment: understanding.text },
      {
        kind: "say",
        message: text("feedback.commented", {}, state.owner.kind === "bot" ? [intentButton("contact_agent")] : []),
      },
    ],
  }) as const;
