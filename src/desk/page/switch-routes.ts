import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import type { Log } from "../../ports/log.ts";
import type { SwitchDesk, SwitchWished } from "../../ports/switch-desk.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { cleanText } from "../../wording/clean-text.ts";
import { readJson } from "../../wording/read-json.ts";
import type { AgentSessions } from "./agent-session.ts";
import { type DeskRefusal, refuseDesk } from "./desk-reply.ts";
import { withAgent } from "./with-agent.ts";

export interface SwitchParts {
  readonly switches: SwitchDesk;
  readonly sessions: AgentSessions;
  readonly log: Log;
}

const wishSchema = z.strictObject({
  name: z.string().min(1).max(200),
  off: z.boolean(),
  reason: z
    .string()
    .max(300)
    .transform((reason) => cleanText(reason).trim())
    .pipe(z.string().min(1)),
});

const REFUSALS: Readonly<Record<Exclude<SwitchWished, "turned">, DeskRefusal>> = {
  already: "SWITCH_SETTLED",
  unknown: "SWITCH_UNKNOWN",
  "no-reason": "BAD_REQUEST",
};

const turn =
  ({ switches, log }: SwitchParts) =>
  async (agent: Agent, request: WebRequest, lead: boolean): Promise<WebReply> => {
    if (!lead) {
      log.warn("desk.switch_refused", { agent: agent.id, from: request.from });
      return refuseDesk("NOT_LEAD");
    }
    const wish = wishSchema.safeParse(readJson(request.body)?.value).data;
    if (wish === undefined) return refuseDesk("BAD_REQUEST");
    const wished = await switches.turn({ ...wish, agent });
    return wished === "turned" ? { status: 200, body: { done: true } } : refuseDesk(REFUSALS[wished]);
  };

/** What is turned off, for all staff to see; turned only by leads. */
export const switchRoutes = (parts: SwitchParts): readonly WebRoute[] => [
  {
    method: "GET",
    path: "/desk/api/switches",
    handle: withAgent(parts.sessions, async () => ({ status: 200, body: await parts.switches.board() })),
  },
  { method: "POST", path: "/desk/api/switches", bodyLimit: 4_096, handle: withAgent(parts.sessions, turn(parts)) },
];
