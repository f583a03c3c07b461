import { AppError } from "../core/app-error.ts";
import type { Message } from "../core/message.ts";
import type { TurnedOff } from "../core/switch.ts";
import { isOff } from "../dialog/hold-back.ts";

/** The net under the dialogs: nothing of what leads have turned off is put into words, and nothing is asked about it. */
export function guardSwitches(message: Message, off: TurnedOff): void {
  if (isOff(message, off)) throw new AppError("GUARD_REFUSED", "an answer that is off was to be said");
  if (off.pack && message.kind === "question")
    throw new AppError("GUARD_REFUSED", "an incident that is off was asked about");
}
