import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Effect } from "../core/effect.ts";
import { CONVERSATION_INTENTS } from "../core/intent.ts";
import { text } from "../core/message.ts";
import type { Understanding } from "../core/understanding.ts";

type Words = Extract<Activity, { kind: "said" }>;

/** What follows from a customer's words whatever is answered: a lapsed question is over, the language, what they are about. */
export function beforeWords(
  state: ConversationState,
  activity: Words,
  understanding: Understanding,
): readonly Effect[] {
  const language = understood(understanding) ? understanding.language : state.language;
  return [
    ...(state.lapsed === undefined ? [] : [{ kind: "settle" } as const]),
    ...(language === state.language ? [] : [{ kind: "speak", language } as const]),
    ...topicOf(understanding),
    ...(activity.masked > 0 ? [{ kind: "say", message: text("repair.masked") } as const] : []),
  ];
}

/** The last thing that was surely asked about. */
export function topicOf({ segments }: Understanding): readonly Effect[] {
  const asked = segments.findLast(
    ({ band, intent }) => band === "sure" && intent !== "contact_agent" && !CONVERSATION_INTENTS.has(intent),
  );
  return asked === undefined ? [] : [{ kind: "topic", intent: asked.intent }];
}

/** What is not understood says nothing about the language either. */
const understood = ({ segments, reply }: Understanding): boolean =>
  reply !== undefined || segments.some(({ band }) => band !== "rejected");
