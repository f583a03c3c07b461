import type { Activity } from "../core/activity.ts";
import type { Intake } from "../ports/intake.ts";
import type { Store } from "../ports/store.ts";
import { maskIdentifiers } from "../privacy/mask-identifiers.ts";

/** The one door: resident and card numbers are masked before anything is stored, then the arrival is made durable. */
export const createIntake =
  (store: Store): Intake =>
  (arrival) =>
    store.accept({ ...arrival, activity: masked(arrival.activity) });

function masked(activity: Activity): Activity {
  switch (activity.kind) {
    case "opened":
    case "due":
      return activity;
    case "support":
      return activity.message === undefined
        ? activity
        : { ...activity, message: maskIdentifiers(activity.message).text };
    case "said": {
      const { text, masked: count } = maskIdentifiers(activity.text);
      return { ...activity, text, masked: activity.masked + count };
    }
    case "desk":
      return activity.act.kind === "note" || activity.act.kind === "reply"
        ? { ...activity, act: { ...activity.act, text: maskIdentifiers(activity.act.text).text } }
        : activity;
  }
}
