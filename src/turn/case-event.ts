import type { Case } from "../core/case.ts";
import type { Effect } from "../core/effect.ts";
import type { LogBody } from "../ports/log-entry.ts";

type CaseEvent = Extract<LogBody, { kind: "desk" }>;

/** The line that an effect leaves in the case's log for staff; undefined for one that leaves none. `handled`: the place of the arrival behind it. */
export function caseEvent(effect: Effect, before: Case | undefined, handled: number): CaseEvent | undefined {
  switch (effect.kind) {
    case "hand-off":
      return { kind: "desk", event: `opened.${effect.reason}`, after: handled };
    case "claim":
    case "release":
    case "send-again":
    case "hand-back":
      return { kind: "desk", event: effect.kind, agentName: effect.agent.name };
    case "take-back":
      return { kind: "desk", event: "take-back", agentName: effect.agent.name, reply: effect.reply.number };
    case "transfer":
      return { kind: "desk", event: "transfer", agentName: effect.agent.name, detail: effect.to.name };
    case "take-over":
      return { kind: "desk", event: effect.kind, agentName: effect.agent.name, ...holder(before) };
    case "re-open":
      return {
        kind: "desk",
        event: effect.byStaff === true ? "re-open-by-agent" : "re-open",
        agentName: effect.agent.name,
        ...holder(before),
      };
    case "close":
      return { kind: "desk", event: `close.${effect.reason}`, agentName: effect.agent.name };
    case "breach":
      return { kind: "desk", event: `breach.${effect.deadline}` };
    case "lapse-claim":
      return { kind: "desk", event: "lapse-claim", ...holder(before) };
    case "call-back":
      return { kind: "desk", event: "call-back", detail: `${effect.slot.from}/${effect.slot.to}` };
    case "escalate":
      return { kind: "desk", event: "escalate", ...(effect.agent && { agentName: effect.agent.name }) };
    case "support-accepted":
    case "support-completed":
      return { kind: "desk", event: effect.kind, ...said(effect) };
    case "support-returned":
      return { kind: "desk", event: `support-${effect.why}`, ...said(effect) };
    case "customer-silent":
    case "propose-close":
    case "call-back-due":
      return { kind: "desk", event: effect.kind };
    default:
      return undefined;
  }
}

const said = ({ message }: { readonly message?: string }): { readonly detail?: string } =>
  message === undefined ? {} : { detail: message };

const holder = (before: Case | undefined): { readonly detail?: string } =>
  before?.agent === undefined ? {} : { detail: before.agent.name };
