import type { HandOffReason } from "../core/case.ts";
import type { Effect } from "../core/effect.ts";
import { text } from "../core/message.ts";
import type { Knowledge } from "./knowledge.ts";

/** Opens a case and tells the customer what happens now, or from when on when the desk is closed. */
export function handOffEffects(reason: HandOffReason, { desk }: Knowledge): readonly Effect[] {
  const message = desk.open
    ? text("hand-off.queued", { hours: { kind: "hours" } })
    : text("hand-off.closed", { hours: { kind: "hours" }, opens: { kind: "time", time: desk.opens } });
  return [
    { kind: "say", message },
    { kind: "hand-off", reason },
  ];
}
