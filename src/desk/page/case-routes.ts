import type { Agent } from "../../core/activity.ts";
import type { DeskNumbers } from "../../core/desk-numbers.ts";
import { caseId } from "../../core/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import { colleaguesOf } from "../../ports/colleagues-of.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import type { AgentSessions } from "./agent-session.ts";
import { refuseDesk } from "./desk-reply.ts";
import { parseAct } from "./parse-act.ts";
import { type AsideStore, readAside } from "./read-aside.ts";
import { withAgent } from "./with-agent.ts";

export interface CaseParts {
  readonly store: Pick<Store, "case" | "cases" | "conversation" | "countUndelivered" | "presences"> & AsideStore;
  readonly intake: Intake;
  readonly viewCase: ViewCase;
  readonly urgencyOf?: DeskNumbers["urgencyOf"];
  readonly sessions: AgentSessions;
  /** Staff with a page open here. */
  readonly here: () => readonly Agent[];
  readonly clock: Clock;
  readonly log: Log;
}

const MAX_CASES = 200;

const list = (parts: CaseParts) => async (): Promise<WebReply> => {
  const { store } = parts;
  const [cases, undelivered, aside] = await Promise.all([
    store.cases(MAX_CASES),
    store.countUndelivered(),
    readAside(store),
  ]);
  // The server's time, so that waiting times are right on a machine whose clock is not.
  const shown = cases.map((one) => {
    const urgency = parts.urgencyOf?.(one);
    return urgency === undefined ? one : { ...one, urgency };
  });
  return { status: 200, body: { now: parts.clock.now(), cases: shown, undelivered, ...aside } };
};

/** Every look at a customer's words leaves a trace: who, from where, which case. */
const show =
  (parts: CaseParts) =>
  async (agent: Agent, request: WebRequest): Promise<WebReply> => {
    const view = await parts.viewCase(caseId(request.params.id ?? ""));
    if (view === undefined) return refuseDesk("CASE_NOT_FOUND");
    parts.log.info("desk.case_read", { agent: agent.id, from: request.from, case: view.case.id });
    return { status: 200, body: { now: parts.clock.now(), view } };
  };

/** An act takes the same road as a customer's message; whether it is allowed is decided there, and told as news. */
const act =
  (parts: CaseParts) =>
  async (agent: Agent, request: WebRequest, lead: boolean): Promise<WebReply> => {
    const wish = parseAct(request.body);
    if (wish === undefined) return refuseDesk("BAD_REQUEST");
    const found = await parts.store.case(caseId(request.params.id ?? ""));
    const conversation = found === undefined ? undefined : await parts.store.conversation(found.conversation);
    if (found === undefined || conversation === undefined) return refuseDesk("CASE_NOT_FOUND");
    // An act on a closed case would land on the conversation's next one.
    if (found.status === "closed" && wish.act.kind !== "re-open") return refuseDesk("CASE_CLOSED");
    const accepted = await parts.intake({
      conversation: conversation.id,
      channel: conversation.channel,
      dedupeKey: `desk:${wish.id}`,
      activity: { kind: "desk", agent, act: wish.act, case: found.id, ...(lead ? { lead } : {}) },
    });
    parts.log.info("desk.act", { agent: agent.id, from: request.from, case: found.id, act: wish.act.kind });
    return { status: 202, body: accepted };
  };

/** To whom a case can be passed on: who has a page open, then the others; nobody who is away. */
const colleagues =
  (parts: CaseParts) =>
  async (agent: Agent): Promise<WebReply> => {
    const [cases, presences] = await Promise.all([parts.store.cases(MAX_CASES), parts.store.presences()]);
    const here = parts.here();
    const away = new Set(presences.filter((one) => one.away).map((one) => one.agent.id));
    const open = here.filter(({ id }) => id !== agent.id && !away.has(id));
    const others = new Map([...colleaguesOf(cases, presences, agent.id), ...open].map((one) => [one.id, one]));
    const agents = [...others.values()].map((one) => ({ ...one, here: here.some(({ id }) => id === one.id) }));
    return {
      status: 200,
      body: {
        agents: agents.toSorted(
          (one, other) => Number(other.here) - Number(one.here) || one.name.localeCompare(other.name),
        ),
      },
    };
  };

/** The list, one case, and what is done with it. */
export const caseRoutes = (parts: CaseParts): readonly WebRoute[] => [
  { method: "GET", path: "/desk/api/cases", handle: withAgent(parts.sessions, list(parts)) },
  { method: "GET", path: "/desk/api/colleagues", handle: withAgent(parts.sessions, colleagues(parts)) },
  { method: "GET", path: "/desk/api/cases/:id", handle: withAgent(parts.sessions, show(parts)) },
  { method: "POST", path: "/desk/api/cases/:id/acts", handle: withAgent(parts.sessions, act(parts)) },
];
