import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Effect } from "../core/effect.ts";
import { text } from "../core/message.ts";
import type { Understanding } from "../core/understanding.ts";
import { DANGER_FROM, dangerOf } from "../dialog/danger-of.ts";
import { handOffEffects } from "../dialog/hand-off-effects.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import { beforeWords } from "./before-words.ts";
import type { DecidedTurn } from "./decided-turn.ts";

/** The bot is off in the customer's channel: whatever is said goes to a person. Whom to call in danger is still told. */
export function decideBotOff(
  state: ConversationState,
  activity: Extract<Activity, { kind: "said" }>,
  understanding: Understanding,
  knowledge: Knowledge,
): DecidedTurn {
  const inDanger = dangerOf(understanding) >= DANGER_FROM;
  const effects: readonly Effect[] = [
    ...beforeWords(state, activity, understanding),
    { kind: "say", message: text(inDanger ? "hand-off.danger" : "switches.bot-off") },
    ...handOffEffects(inDanger ? "danger" : "bot-off", knowledge),
  ];
  return { understanding, decision: { outcome: "handed-off", effects } };
}
