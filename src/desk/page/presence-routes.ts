import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { readJson } from "../../wording/read-json.ts";
import type { AgentSessions } from "./agent-session.ts";
import { refuseDesk } from "./desk-reply.ts";
import { withAgent } from "./with-agent.ts";

export interface PresenceParts {
  readonly store: Pick<Store, "presences" | "setPresence">;
  readonly sessions: AgentSessions;
  readonly log: Log;
}

const PATH = "/desk/api/presence";
const wishSchema = z.strictObject({ away: z.boolean() });

/** Who takes cases now, as they say themselves. */
export function presenceRoutes({ store, sessions, log }: PresenceParts): readonly WebRoute[] {
  const all = async (): Promise<WebReply> => ({ status: 200, body: { presences: await store.presences() } });
  const set = async (agent: Agent, request: WebRequest): Promise<WebReply> => {
    const wish = wishSchema.safeParse(readJson(request.body)?.value).data;
    if (wish === undefined) return refuseDesk("BAD_REQUEST");
    await store.setPresence(agent, wish.away);
    log.info("desk.presence", { agent: agent.id, away: wish.away });
    return all();
  };
  return [
    { method: "GET", path: PATH, handle: withAgent(sessions, all) },
    { method: "POST", path: PATH, bodyLimit: 4_096, handle: withAgent(sessions, set) },
  ];
}
