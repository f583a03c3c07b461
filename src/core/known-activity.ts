import type { Activity, DeskAct } from "./activity.ts";
import { TIMERS } from "./timer.ts";

const KINDS: Readonly<Record<Activity["kind"], true>> = {
  opened: true,
  said: true,
  desk: true,
  support: true,
  due: true,
};

const ACTS: Readonly<Record<DeskAct["kind"], true>> = {
  claim: true,
  release: true,
  note: true,
  reply: true,
  "take-back": true,
  "send-again": true,
  transfer: true,
  "take-over": true,
  "re-open": true,
  escalate: true,
  "hand-back": true,
  close: true,
};

/** False for what only a newer version of the program can have stored: a kind, an act or a timer that this one does not know. */
export function isKnownActivity(activity: Activity): boolean {
  switch (activity.kind) {
    case "desk":
      return Object.hasOwn(ACTS, activity.act.kind);
    case "due":
      return TIMERS.includes(activity.timer);
    default:
      return Object.hasOwn(KINDS, Reflect.get(activity, "kind"));
  }
}
