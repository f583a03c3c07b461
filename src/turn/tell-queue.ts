import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import type { Param } from "../core/message.ts";

type QueueParam = Extract<Param, { kind: "queue" }>;

/** Whether a message of the decision has a place for how the queue stands. */
export const tellsQueue = ({ effects }: Decision): boolean => effects.some((effect) => placeIn(effect) !== undefined);

/** Fills it in. */
export const tellQueue = (decision: Decision, queue: QueueParam): Decision => ({
  ...decision,
  effects: decision.effects.map((effect): Effect => {
    const place = placeIn(effect);
    if (place === undefined || effect.kind !== "say" || effect.message.kind !== "text") return effect;
    return { ...effect, message: { ...effect.message, params: { ...effect.message.params, [place]: queue } } };
  }),
});

const placeIn = (effect: Effect): string | undefined =>
  effect.kind === "say" && effect.message.kind === "text"
    ? Object.entries(effect.message.params).find(
        ([, param]) => typeof param !== "string" && param.kind === "queue",
      )?.[0]
    : undefined;
