import type { Agent } from "../../core/activity.ts";
import type { WebReply, WebRequest } from "../../ports/web.ts";
import type { AgentSessions } from "./agent-session.ts";
import { refuseDesk } from "./desk-reply.ts";

/** A page of another site can neither set this header nor hide where it comes from. */
export const comesFromDesk = (request: WebRequest): boolean => {
  const site = request.headers["sec-fetch-site"];
  return request.headers["x-ansim-desk"] === "1" && (site === undefined || site === "same-origin");
};

/** Runs `handle` for a logged-in agent; whatever changes something must also come from the desk page itself. */
export const withAgent =
  (sessions: AgentSessions, handle: (agent: Agent, request: WebRequest, lead: boolean) => Promise<WebReply>) =>
  async (request: WebRequest): Promise<WebReply> => {
    if (request.method !== "GET" && !comesFromDesk(request)) return refuseDesk("HEADER_REQUIRED");
    const session = sessions.read(request);
    return session === undefined ? refuseDesk("LOGIN_REQUIRED") : handle(session.agent, request, session.lead);
  };
