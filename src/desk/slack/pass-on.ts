import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import { caseId } from "../../core/ids.ts";
import { colleaguesOf } from "../../ports/colleagues-of.ts";
import type { Store } from "../../ports/store.ts";
import type { AgentNames } from "./agent-names.ts";
import { COLLEAGUE, PERSON } from "./more-window.ts";
import { readKept } from "./reply-window.ts";
import type { TakeAct } from "./take-act.ts";
import type { WindowAnswer } from "./take-reply.ts";

export interface PassOnParts {
  readonly store: Pick<Store, "cases" | "presences">;
  readonly takeAct: TakeAct;
  readonly otherOf: AgentNames["otherOf"];
}

export interface SubmittedPassOn {
  readonly agent: Agent;
  readonly lead: boolean;
  readonly team: string;
  readonly viewId: string;
  readonly metadata: string;
  readonly state: unknown;
}

const MOST_READ = 200;

const stateSchema = z.object({
  values: z.object({
    [COLLEAGUE.block]: z
      .object({ [COLLEAGUE.input]: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) })
      .optional(),
    [PERSON.block]: z.object({ [PERSON.input]: z.object({ selected_user: z.string().nullish() }) }).optional(),
  }),
});

/** Passes a case on to whoever was chosen. */
export async function takePassOn(submitted: SubmittedPassOn, parts: PassOnParts): Promise<WindowAnswer> {
  const kept = readKept(submitted.metadata);
  if (kept === undefined) return { response_action: "clear" };
  const to = await chosen(submitted, parts);
  if (to === undefined || to.id === submitted.agent.id) {
    const errors = { [PERSON.block]: to === undefined ? "누구에게 넘길지 골라 주세요." : "다른 사람을 골라 주세요." };
    return { response_action: "errors", errors };
  }
  const { agent, lead, team, viewId } = submitted;
  await parts.takeAct({
    case: caseId(kept.case),
    agent,
    lead,
    act: { kind: "transfer", to },
    key: `slack:${team}/view/${viewId}`,
  });
  return { response_action: "clear" };
}

async function chosen(
  { agent, team, state }: SubmittedPassOn,
  { store, otherOf }: PassOnParts,
): Promise<Agent | undefined> {
  const { values } = stateSchema.safeParse(state).data ?? {};
  const user = values?.[PERSON.block]?.[PERSON.input].selected_user;
  if (typeof user === "string") return otherOf({ team, user });
  const id = values?.[COLLEAGUE.block]?.[COLLEAGUE.input].selected_option?.value;
  const [cases, presences] = await Promise.all([store.cases(MOST_READ), store.presences()]);
  return colleaguesOf(cases, presences, agent.id).find((one) => one.id === id);
}
