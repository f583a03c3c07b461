import { z } from "zod";
import { type Activity, CLOSE_REASONS, type DeskAct } from "../../src/core/activity.ts";
import { agentId } from "../../src/core/ids.ts";
import type { Language } from "../../src/core/language.ts";
import { SUPPORT_STATUSES, type SupportStatus } from "../../src/core/support-status.ts";
import type { SwitchTarget } from "../../src/core/switch.ts";

/** One line of a conversation file. */
export type ChatStep =
  | { readonly kind: "act"; readonly line: number; readonly activity: Activity }
  | { readonly kind: "bot"; readonly line: number; readonly key: string; readonly buttons: readonly string[] }
  | { readonly kind: "agent-says"; readonly line: number; readonly text: string }
  | { readonly kind: "desk"; readonly line: number; readonly expect: string }
  /** The clock is set; nothing happens meanwhile. */
  | { readonly kind: "now"; readonly line: number; readonly local: string }
  /** Time passes, and timers run out on the way. */
  | { readonly kind: "wait"; readonly line: number; readonly minutes: number }
  | {
      readonly kind: "switch";
      readonly line: number;
      readonly off: boolean;
      readonly target: SwitchTarget;
      readonly reason: string;
    }
  | {
      readonly kind: "outcome";
      readonly line: number;
      readonly owner: "with-bot" | "queued" | "with-support" | "with-agent";
    }
  /** Live support reports on the case that was passed on last. */
  | { readonly kind: "support"; readonly line: number; readonly status: SupportStatus; readonly message?: string };

export interface ChatFile {
  readonly title: string;
  readonly incident: string;
  readonly language: Language;
  readonly local: string;
  readonly steps: readonly ChatStep[];
}

const HEADER =
  /^incident:\s*(?<incident>[a-z0-9-]+)\s+now:\s*(?<day>[\d-]+) (?<time>[\d:]+) KST\s+channel:\s*web(\s+language:\s*(?<language>ko|en))?$/;
const AGENT = "김상담";
/** Words that are meant for the customer and must not arrive. */
const TRIES = "(tries) ";
/** The desk knows the agent for a lead. */
const LEAD = "(lead) ";

/** Reads a conversation file; a line that is not understood is an error with its number. */
export function parseChat(source: string): ChatFile {
  const lines = source.split(/\r?\n/);
  const header = lines.map((text) => HEADER.exec(text.trim())?.groups).find((groups) => groups !== undefined);
  if (!lines[0]?.startsWith("# ")) throw new Error("line 1: the first line must be a title: # ...");
  if (header === undefined) throw new Error("needs a line: incident: ...  now: YYYY-MM-DD HH:mm KST  channel: web");
  return {
    title: lines[0].slice(2).trim(),
    incident: header.incident ?? "",
    language: header.language === "en" ? "en" : "ko",
    local: `${header.day}T${header.time}`,
    steps: lines.flatMap((text, index) => parseLine(text.trim(), index + 1)),
  };
}

function parseLine(text: string, line: number): readonly ChatStep[] {
  if (text === "" || text.startsWith("#") || HEADER.test(text)) return [];
  const match = /^(?<who>customer|bot|agent(?: [^\s:]+)?|desk|support|lead|now|wait|outcome):\s*(?<rest>.*)$/.exec(
    text,
  );
  const [who = "", rest = ""] = [match?.groups?.who, match?.groups?.rest];
  switch (who.split(" ")[0]) {
    case "customer":
      return [{ kind: "act", line, activity: customer(rest) }];
    case "bot":
      return [bot(rest, line)];
    case "agent":
      return agent(who.split(" ")[1] ?? AGENT, rest, line);
    case "support":
      return [support(rest, line)];
    case "desk":
      return [{ kind: "desk", line, expect: rest }];
    case "lead":
      return [switched(rest, line)];
    case "now":
      return [{ kind: "now", line, local: rest.replace(/ KST$/, "").replace(" ", "T") }];
    case "wait":
      return [{ kind: "wait", line, minutes: minutesIn(rest, line) }];
    case "outcome":
      return [
        { kind: "outcome", line, owner: z.enum(["with-bot", "queued", "with-support", "with-agent"]).parse(rest) },
      ];
    default:
      throw new Error(`line ${line}: not understood: ${text}`);
  }
}

/** `accepted`, or `failed 담당자가 없어요`. */
function support(rest: string, line: number): ChatStep {
  const [status, ...words] = rest.split(" ");
  const message = words.join(" ");
  return { kind: "support", line, status: z.enum(SUPPORT_STATUSES).parse(status), ...(message && { message }) };
}

/** `20m`, `3h`, `2d`, `1d 2h 5m`. */
function minutesIn(rest: string, line: number): number {
  const parts = [...rest.matchAll(/(\d+)([mhd])/g)];
  if (parts.map(([part]) => part).join(" ") !== rest || parts.length === 0) {
    throw new Error(`line ${line}: how long? ${rest}`);
  }
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unit === "d" ? 1_440 : unit === "h" ? 60 : 1),
    0,
  );
}

/** `(off) bot: why`, `(off) pack: why`, `(on) answer waiver_window: why`. */
function switched(rest: string, line: number): ChatStep {
  const { how, what, answer, reason } =
    /^\((?<how>on|off)\) (?<what>bot|pack|answer)(?: (?<answer>\w+))?: (?<reason>.+)$/.exec(rest)?.groups ?? {};
  if (how === undefined || reason === undefined) throw new Error(`line ${line}: which switch? ${rest}`);
  return { kind: "switch", line, off: how === "off", target: targetOf(what, answer), reason };
}

function targetOf(what: string | undefined, answer = ""): SwitchTarget {
  if (what === "bot") return { kind: "bot", channel: "talk" };
  return what === "pack" ? { kind: "pack", incident: "kt-2025" } : { kind: "answer", incident: "kt-2025", answer };
}

function customer(rest: string): Activity {
  if (/^\(opens(, (ko|en))?\)$/.test(rest)) return { kind: "opened", language: rest.includes(", en") ? "en" : "ko" };
  const long = /^\(repeats (\d+) times\) (.*)$/.exec(rest);
  const words = long ? (long[2] ?? "").repeat(Number(long[1])) : rest.replaceAll("\\n", "\n");
  return { kind: "said", text: words === "(empty)" ? "" : words, masked: 0 };
}

function bot(rest: string, line: number): ChatStep {
  const buttons = [...rest.matchAll(/\[([^\]]+)\]/g)].map(([, label = ""]) => label);
  return { kind: "bot", line, key: rest.replaceAll(/\[[^\]]+\]/g, "").trim(), buttons };
}

function agent(name: string, rest: string, line: number): readonly ChatStep[] {
  const lead = rest.startsWith(LEAD);
  const act = deskAct(lead ? rest.slice(LEAD.length) : rest, line);
  const activity = { kind: "desk", agent: { id: agentId(name), name }, act, ...(lead ? { lead } : {}) } as const;
  const step: ChatStep = { kind: "act", line, activity };
  return act.kind === "reply" && !rest.startsWith(TRIES)
    ? [step, { kind: "agent-says", line, text: act.text }]
    : [step];
}

function deskAct(rest: string, line: number): DeskAct {
  const reply = /^(.*\S)\s*→ customer$/.exec(rest);
  if (reply) return { kind: "reply", text: reply[1] ?? "" };
  if (rest.startsWith(TRIES)) return { kind: "reply", text: rest.slice(TRIES.length) };
  const [, word = "", text = ""] =
    /^\((note|claim|release|transfer|take-over|escalate|hand-back|close)\)\s*(.*)$/.exec(rest) ?? [];
  switch (word) {
    case "note":
      return { kind: "note", text };
    case "claim":
    case "release":
    case "hand-back":
    case "take-over":
    case "escalate":
      return { kind: word };
    case "transfer":
      return { kind: "transfer", to: { id: agentId(text), name: text } };
    case "close":
      return { kind: "close", reason: z.enum(CLOSE_REASONS).parse(text) };
    default:
      throw new Error(`line ${line}: what does the agent do? ${rest}`);
  }
}
