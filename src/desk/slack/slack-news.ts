import { createHash } from "node:crypto";
import type { DeskNumbers } from "../../core/desk-numbers.ts";
import type { SendResult } from "../../ports/delivery.ts";
import type { Desk, DeskPost } from "../../ports/desk.ts";
import { type DeskWatch, noWatch } from "../../ports/desk-fault.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Log } from "../../ports/log.ts";
import type { Budget } from "../../ports/reach.ts";
import { backOffMs } from "../../ports/result-of-call.ts";
import type { Store } from "../../ports/store.ts";
import { slackUserOf } from "./agent-names.ts";
import { STOPPED_MS } from "./fail-attempt.ts";
import { type Notice, projectCase } from "./project-case.ts";
import { escapeMarkup } from "./safe-text.ts";
import type { Called, CallSlack } from "./slack-calls.ts";
import type { KnowSelf } from "./slack-identity.ts";
import { refusalWords } from "./staff-words.ts";
import { watchCalls } from "./watch-calls.ts";

export interface SlackNewsParts {
  readonly store: Pick<Store, "conversation" | "placeOf" | "keepPlace">;
  readonly viewCase: ViewCase;
  readonly call: CallSlack;
  readonly self: KnowSelf;
  readonly numbers: DeskNumbers;
  /** The triage channel. */
  readonly channel: string;
  /** Slack's own limit when absent. */
  readonly postsPerSecond?: number;
  /** By the real clock, also when the assistant lives on another day. */
  readonly now: () => string;
  /** Milliseconds since some moment; only grows. */
  readonly elapsedMs: () => number;
  /** Nobody is told when absent. */
  readonly watch?: DeskWatch;
  readonly log: Log;
}

/** Slack takes one post a second in a channel, and bears a few at once. */
const SLACKS_LIMIT = 1;
const BURST = 3;
const AT_ONCE = 4;

/** News only say "look again": what is posted is what the store says now. Every attempt finds out first what is there. */
export function createSlackNews(parts: SlackNewsParts): Desk {
  const { self, elapsedMs, postsPerSecond = SLACKS_LIMIT, watch = noWatch, log } = parts;
  const call = watchCalls(parts.call, watch, elapsedMs);
  const refusedPosts = new Map<string, number>();
  let pausedUntilMs = 0;
  const pause = (forMs: number): void => {
    pausedUntilMs = Math.max(pausedUntilMs, elapsedMs() + forMs);
  };
  const stopped = (word: string): void => {
    log.error("desk.slack_stopped", { word });
    watch.stopped(word);
    pause(STOPPED_MS);
  };
  return {
    id: "slack",
    reach: { inDoubt: { kind: "repeat" }, budget: budgetOf(postsPerSecond) },
    send: async (post) => {
      const startedMs = elapsedMs();
      if (startedMs < pausedUntilMs) return { kind: "later", afterMs: Math.ceil(pausedUntilMs - startedMs) };
      const view = await parts.viewCase(post.news.case);
      const conversation = view === undefined ? undefined : await parts.store.conversation(view.case.conversation);
      if (view === undefined || conversation === undefined) return { kind: "refused", why: "no such case" };
      const asked = await self.ask();
      if (asked.kind !== "ok") return unknownSelf(asked, post, stopped);
      const notice = noticeOf(post, view.case.agent?.name);
      return projectCase({
        ...parts,
        view,
        startedMs,
        nextPostMs: Math.ceil(1_000 / postsPerSecond),
        refusedPosts,
        pause,
        stopped,
        call,
        sha256,
        attempts: post.attempts,
        team: asked.identity.team,
        customerChannel: conversation.channel,
        limits: parts.numbers.card,
        place: await parts.store.placeOf(view.case.id),
        ...(notice === undefined ? {} : { notice }),
      });
    },
  };
}

const budgetOf = (perSecond: number): Budget => ({
  perSecond,
  burst: Math.max(BURST, perSecond),
  atOnce: Math.max(AT_ONCE, Math.ceil(perSecond)),
});

function unknownSelf(
  { kind, word, afterMs }: Exclude<Called, { kind: "ok" }>,
  { attempts }: DeskPost,
  stopped: (word: string) => void,
): SendResult {
  if (kind !== "setup") return { kind: "later", afterMs: afterMs ?? backOffMs(attempts) };
  stopped(word);
  return { kind: "later", afterMs: STOPPED_MS };
}

/** Who was refused something is told in the thread, with the name of whoever was faster. */
function noticeOf({ id, news }: DeskPost, owner: string | undefined): Notice | undefined {
  if (news.kind !== "refused") return undefined;
  const user = slackUserOf(news.agent);
  if (user === undefined) return undefined;
  const holder = news.why === "taken" && owner !== undefined ? ` 지금은 ${escapeMarkup(owner)} 님이 맡고 있어요.` : "";
  return { mark: `refused:${id}`, text: `<@${user.user}> ${refusalWords(news.why)}${holder}` };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
