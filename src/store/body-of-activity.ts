import type { Activity } from "../core/activity.ts";
import type { LogBody } from "../ports/log-entry.ts";

/** What the log shows of an activity at once. An act of the desk shows only as what its turn makes of it. */
export function bodyOfActivity(activity: Activity): LogBody | undefined {
  switch (activity.kind) {
    case "opened":
      return { kind: "opened" };
    case "said":
      return {
        kind: "customer",
        text: activity.text,
        masked: activity.masked,
        ...(activity.clientId === undefined ? {} : { clientId: activity.clientId }),
        ...(activity.erased === undefined ? {} : { erased: activity.erased }),
      };
    case "desk":
    case "due":
    case "support":
      return undefined;
  }
}
