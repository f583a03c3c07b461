/** How a turn can end; a closed list, shown in records and metrics. */
export const OUTCOMES = [
  "greeted",
  "answered",
  "asked",
  "decided",
  "clarifying",
  "offered-person",
  "steered",
  "small-talk",
  "handed-off",
  "relayed",
  "claimed",
  "released",
  "noted",
  "replied",
  "sent-again",
  "handed-back",
  "closed",
  "refused",
  "ignored",
  "failed",
] as const;

export type Outcome = (typeof OUTCOMES)[number];
