import type { Accepted, Intake } from "../../ports/intake.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { answerWithReplies, type WithReplies } from "./answer-with-replies.ts";
import type { ConversationReference } from "./conversation-reference.ts";
import { type Parsed, parseActivity } from "./parse-activity.ts";
import type { RecentWords } from "./recent-words.ts";
import { type Hub, takeHandOffStatus } from "./take-hand-off-status.ts";
import { toArrival } from "./to-arrival.ts";
import { speaksFor, type VerifyCaller } from "./verify-caller.ts";

type FromCustomer = Extract<Parsed, { kind: "opened" | "said" }>;

export interface MessagesParts extends WithReplies {
  readonly intake: Intake;
  readonly verify: VerifyCaller;
  /** Whether answers may be sent to a service. */
  readonly mayCall: (serviceUrl: string) => boolean;
  readonly recent: RecentWords;
  readonly newId: NewId;
  readonly hub?: Hub;
}

const BODY_LIMIT = 256 * 1024;

const ACCEPTED: WebReply = { status: 200 };

const refusal = (status: number, message: string): WebReply => ({ status, body: { error: { code: status, message } } });

/** `POST /api/messages`: the token first, then the activity; 2xx once it is on disk. */
export const messagesRoute = (parts: MessagesParts): WebRoute => ({
  method: "POST",
  path: "/api/messages",
  bodyLimit: BODY_LIMIT,
  forMany: true,
  handle: async (request: WebRequest): Promise<WebReply> => {
    const caller = await parts.verify(request.headers.authorization);
    if (caller.kind === "refused") return refusal(401, "The token was refused.");
    if (caller.kind === "unavailable") return refusal(503, "Tokens cannot be checked now.");
    const parsed = parseActivity(request.body);
    switch (parsed.kind) {
      case "refused":
        return refusal(parsed.status, parsed.status === 413 ? "The message is too long." : "Not a readable activity.");
      case "ignored":
        return ACCEPTED;
      case "hand-off-status":
        if (!speaksFor(caller, parsed)) return refusal(403, "The token does not speak for this activity.");
        await takeHandOffStatus(parsed, parts.hub);
        return ACCEPTED;
      case "invoke":
        return refusal(404, "Nothing is invoked here.");
      case "opened":
      case "said": {
        const { reference } = parsed;
        const believed = speaksFor(caller, reference) && parts.mayCall(reference.serviceUrl);
        return believed ? take(parsed, parts) : refusal(403, "The token does not speak for this activity.");
      }
    }
  },
});

async function take(parsed: FromCustomer, parts: MessagesParts): Promise<WebReply> {
  const { recent } = parts;
  const first = parsed.kind === "said" ? recent.firstId(parsed.reference, parsed.said) : undefined;
  const name = first ?? parsed.reference.activity ?? parts.newId();
  const accept = async (reference: ConversationReference): Promise<Accepted> => {
    const accepted = await parts.intake(toArrival(parsed, reference, name));
    if (parsed.kind === "said") recent.remember(reference, parsed.said);
    return accepted;
  };
  if (parsed.expectsReplies) return answerWithReplies(parsed.reference, accept, parts);
  await accept(parsed.reference);
  return ACCEPTED;
}
