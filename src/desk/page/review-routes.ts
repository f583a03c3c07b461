import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import { INTENTS, type Intent } from "../../core/intent.ts";
import type { Localized } from "../../core/language.ts";
import type { ReviewAct } from "../../core/review.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { readJson } from "../../wording/read-json.ts";
import type { AgentSessions } from "./agent-session.ts";
import { refuseDesk } from "./desk-reply.ts";
import { withAgent } from "./with-agent.ts";

/** A meaning that can be chosen, as its button says it. */
export interface LabelChoice {
  readonly intent: Intent;
  readonly label: Localized;
}

export interface ReviewParts {
  readonly store: Pick<Store, "reviews" | "review">;
  readonly labels: readonly LabelChoice[];
  readonly sessions: AgentSessions;
  readonly log: Log;
}

const MAX_OPEN = 100;
/** Enough to take back what was pressed by mistake. */
const MAX_LABELLED = 20;

const actSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("label"), label: z.enum(INTENTS) }),
  z.strictObject({ kind: z.literal("dismiss") }),
  z.strictObject({ kind: z.literal("reopen") }),
]);

const list = (parts: ReviewParts) => async (): Promise<WebReply> => ({
  status: 200,
  body: {
    open: await parts.store.reviews("open", MAX_OPEN),
    labelled: await parts.store.reviews("labelled", MAX_LABELLED),
  },
});

const act =
  ({ store, log }: ReviewParts) =>
  async (agent: Agent, request: WebRequest): Promise<WebReply> => {
    const wish = actSchema.safeParse(readJson(request.body)?.value).data;
    if (wish === undefined) return refuseDesk("BAD_REQUEST");
    const { id = "" } = request.params;
    if (!(await store.review(id, actOf(wish, agent)))) return refuseDesk("REVIEW_SETTLED");
    log.info("desk.review", { agent: agent.id, from: request.from, review: id, act: wish.kind });
    return { status: 200, body: { done: true } };
  };

const actOf = (wish: z.infer<typeof actSchema>, agent: Agent): ReviewAct =>
  wish.kind === "reopen" ? wish : { ...wish, agent };

/** Sentences that were not understood: what they are, what they can mean, and what is made of them. */
export const reviewRoutes = (parts: ReviewParts): readonly WebRoute[] => [
  { method: "GET", path: "/desk/api/reviews", handle: withAgent(parts.sessions, list(parts)) },
  {
    method: "GET",
    path: "/desk/api/labels",
    handle: withAgent(parts.sessions, async () => ({ status: 200, body: { labels: parts.labels } })),
  },
  { method: "POST", path: "/desk/api/reviews/:id", bodyLimit: 4_096, handle: withAgent(parts.sessions, act(parts)) },
];
