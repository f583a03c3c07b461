import { z } from "zod";
import { seoulInstant } from "../clock.ts";
import { type Activity, CLOSE_REASONS } from "../core/activity.ts";
import { agentId, conversationId } from "../core/ids.ts";
import type { SourceLink } from "../core/message.ts";
import type { LogBody } from "../ports/log-entry.ts";
import type { Heard, Talk } from "./create-talk.ts";

const at = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.date().transform((day) => seoulInstant(`${day}T10:00`)),
  z.iso.datetime({ local: true }).transform(seoulInstant),
]);

const deskSchema = z.discriminatedUnion("act", [
  z.strictObject({ agent: z.string().min(1), act: z.enum(["claim", "release", "hand-back"]) }),
  z.strictObject({ agent: z.string().min(1), act: z.literal("transfer"), to: z.string().min(1) }),
  z.strictObject({ agent: z.string().min(1), act: z.literal("take-over"), lead: z.boolean().default(false) }),
  z.strictObject({ agent: z.string().min(1), act: z.enum(["note", "reply"]), text: z.string().min(1) }),
  z.strictObject({ agent: z.string().min(1), act: z.literal("close"), reason: z.enum(CLOSE_REASONS) }),
]);

const lineSchema = z.union([
  z.strictObject({ conversation: z.string().min(1), text: z.string(), at: at.optional() }),
  z.strictObject({ conversation: z.string().min(1), desk: deskSchema, at: at.optional() }),
  // Time passes until then; what is said of itself meanwhile, in any conversation, is printed.
  z.strictObject({ conversation: z.string().min(1), at }),
]);

/** One thing said, or what is wrong with the line. */
export type Spoken =
  | {
      readonly conversation: string;
      readonly from: "bot" | "agent";
      readonly key: string;
      readonly text: string;
      readonly sources: readonly SourceLink[];
      readonly buttons: readonly string[];
      readonly owner: "bot" | "queued" | "support" | "agent";
      readonly outcome: string;
    }
  | { readonly error: { readonly line: number; readonly message: string } };

/** Handles one JSON line; what is wrong with it is told, and nothing else is harmed. */
export async function converseLine(talk: Talk, line: string, number: number): Promise<readonly Spoken[]> {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) {
    const message = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    return [{ error: { line: number, message } }];
  }
  const turns = await take(talk, parsed.data);
  return turns.flatMap((turn) => turn.said.flatMap((body) => spoken(turn, body)));
}

async function take(talk: Talk, line: z.infer<typeof lineSchema>): Promise<readonly Heard[]> {
  if (!("text" in line) && !("desk" in line)) return talk.passUntil(line.at);
  if (line.at !== undefined) talk.setClock(line.at);
  const activity = "text" in line ? saidActivity(line.text) : deskActivity(line.desk);
  return talk.say(conversationId(line.conversation), activity);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const saidActivity = (text: string): Activity => ({ kind: "said", text, masked: 0 });

function deskActivity(desk: z.infer<typeof deskSchema>): Activity {
  const agent = { id: agentId(desk.agent), name: desk.agent };
  switch (desk.act) {
    case "note":
    case "reply":
      return { kind: "desk", agent, act: { kind: desk.act, text: desk.text } };
    case "close":
      return { kind: "desk", agent, act: { kind: "close", reason: desk.reason } };
    case "transfer":
      return { kind: "desk", agent, act: { kind: "transfer", to: { id: agentId(desk.to), name: desk.to } } };
    case "take-over":
      return { kind: "desk", agent, act: { kind: "take-over" }, lead: desk.lead };
    default:
      return { kind: "desk", agent, act: { kind: desk.act } };
  }
}

function spoken({ conversation, owner, outcome }: Heard, body: LogBody): readonly Spoken[] {
  const turn = { conversation, owner: owner.kind, outcome };
  switch (body.kind) {
    case "bot":
      return [{ ...turn, from: "bot", ...body.said }];
    case "agent":
      return [{ ...turn, from: "agent", key: "agent", text: body.text, sources: [], buttons: [] }];
    default:
      return [];
  }
}
