import { z } from "zod";
import type { Clocks } from "../handoff/clocks.ts";
import type { Parsed } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

const FILE = "dialogs/hand-off/clocks.yaml";
/** Nothing on a desk waits for longer than a month. */
const minutes = z.number().int().min(1).max(43_200);

const clocksFileSchema = z.strictObject({
  desk_minutes: z.strictObject({
    first_reply: minutes,
    next_reply: minutes,
    resolve: minutes,
    agent_silent: minutes,
    wait_reminder: minutes,
    customer_silent: minutes,
    propose_close: minutes,
  }),
  minutes: z.strictObject({
    question_reminder: minutes,
    question_expiry: minutes,
    re_open: minutes,
    agent_present: minutes,
    support_answer: minutes,
    support_done: minutes,
    survey: minutes,
  }),
  estimate: z.strictObject({
    cases_at_least: z.number().int().min(1).max(100),
    cases_at_most: z.number().int().min(1).max(100),
    within_minutes: minutes,
  }),
  undo: z.strictObject({ seconds: z.number().int().min(0).max(60) }),
  call_back: z.strictObject({ slots: z.number().int().min(1).max(5), lead_minutes: minutes }),
});

/** Reads what may take how long. */
export async function loadClocks(root: string): Promise<Parsed<Clocks>> {
  const parsed = await readYaml(root, FILE, clocksFileSchema);
  if (!parsed.ok) return parsed;
  const { desk_minutes: desk, minutes: wall, estimate, call_back, undo } = parsed.value;
  const wrong = [
    ...(desk.propose_close > desk.customer_silent ? [] : ["propose_close must be longer than customer_silent"]),
    ...(wall.question_expiry > wall.question_reminder ? [] : ["question_expiry must be longer than question_reminder"]),
    ...(estimate.cases_at_most >= estimate.cases_at_least ? [] : ["cases_at_most is less than cases_at_least"]),
  ];
  if (wrong.length > 0) return { ok: false, errors: wrong.map((message) => ({ file: FILE, message })) };
  return {
    ok: true,
    value: {
      deskMinutes: {
        firstReply: desk.first_reply,
        nextReply: desk.next_reply,
        resolve: desk.resolve,
        agentSilent: desk.agent_silent,
        waitReminder: desk.wait_reminder,
        customerSilent: desk.customer_silent,
        proposeClose: desk.propose_close,
      },
      minutes: {
        questionReminder: wall.question_reminder,
        questionExpiry: wall.question_expiry,
        reOpen: wall.re_open,
        agentPresent: wall.agent_present,
        supportAnswer: wall.support_answer,
        supportDone: wall.support_done,
        survey: wall.survey,
      },
      estimate: {
        casesAtLeast: estimate.cases_at_least,
        casesAtMost: estimate.cases_at_most,
        withinMinutes: estimate.within_minutes,
      },
      undoSeconds: undo.seconds,
      callBack: { slots: call_back.slots, leadMinutes: call_back.lead_minutes },
    },
  };
}
