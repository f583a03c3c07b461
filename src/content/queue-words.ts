import { AppError } from "../core/app-error.ts";
import type { Param } from "../core/message.ts";

type Queue = Extract<Param, { kind: "queue" }>;

/** Beyond this nobody wants to know it exactly. */
const MANY = 100;

/** Where the customer stands, and how long others waited lately; what is not known is said to be so. */
export function queueWords(messages: ReadonlyMap<string, string>, { ahead, minutes, nobody }: Queue): string {
  const say = (key: string, value = ""): string => {
    const words = messages.get(key);
    if (words === undefined) throw new AppError("MESSAGE_MISSING", `No message ${key}`);
    return words.replaceAll("{n}", value);
  };
  return [...place(ahead, say), nobody === true ? say("hand-off.queue-nobody") : time(minutes, say)].join(" ");
}

type Say = (key: string, value?: string) => string;

function place(ahead: number | undefined, say: Say): readonly string[] {
  if (ahead === undefined) return [];
  if (ahead === 0) return [say("hand-off.queue-first")];
  return [ahead > MANY ? say("hand-off.queue-many", String(MANY)) : say("hand-off.queue-ahead", String(ahead))];
}

function time(minutes: number | undefined, say: Say): string {
  if (minutes === undefined) return say("hand-off.wait-unknown");
  return minutes < 60
    ? say("hand-off.wait-minutes", String(minutes))
    : say("hand-off.wait-hours", String(Math.ceil(minutes / 60)));
}
