import { createHash } from "node:crypto";
import type { SendResult } from "../../ports/delivery.ts";
import type { Desk, DeskPost } from "../../ports/desk.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import { backOffMs } from "../../ports/result-of-call.ts";
import type { Store } from "../../ports/store.ts";
import type { Mounted } from "../../ports/web.ts";
import { createAgentNames, slackUserOf } from "./agent-names.ts";
import { listenToHome } from "./listen-to-home.ts";
import { listenToStaff } from "./listen-to-staff.ts";
import { openBolt } from "./open-bolt.ts";
import { STOPPED_MS } from "./post-marked.ts";
import { type Notice, projectCase } from "./project-case.ts";
import { escapeMarkup } from "./safe-text.ts";
import { type Called, type CallSlack, createSlackCalls } from "./slack-calls.ts";
import { checkSetUp, createSelf, type KnowSelf } from "./slack-identity.ts";
import { slackRoute } from "./slack-route.ts";
import { openSlackSocket, type SlackSocket } from "./slack-socket.ts";
import { refusalWords } from "./staff-words.ts";
import { createTakeAct } from "./take-act.ts";
import type { CheckWords } from "./take-reply.ts";

export interface SlackSettings {
  readonly botToken: string;
  /** Of servers, which Slack calls. */
  readonly signingSecret?: string;
  /** Of laptops, which call Slack. */
  readonly appToken?: string;
  /** Id of the channel where cases are posted. */
  readonly channel: string;
  /** Slack's own when absent. */
  readonly apiUrl?: string;
}

export interface SlackDeskParts {
  readonly settings: SlackSettings;
  readonly store: Pick<Store, "case" | "cases" | "conversation" | "placeOf" | "caseAt" | "keepPlace">;
  readonly intake: Intake;
  readonly viewCase: ViewCase;
  readonly checkWords: CheckWords;
  /** By the real clock, also when the assistant lives on another day. */
  readonly now: () => string;
  readonly elapsedMs?: () => number;
  /** How long a call to Slack may take; 10 s when absent. */
  readonly timeoutMs?: number;
  readonly log: Log;
}

export interface SlackDesk extends Mounted {
  readonly desk: Desk;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Opens the staff desk in Slack. Throws AppError CONFIG_INVALID, saying what to do, when it is plainly not set up. */
export async function createSlackDesk(parts: SlackDeskParts): Promise<SlackDesk> {
  const { settings, store, log, now } = parts;
  const call = createSlackCalls({
    ...settings,
    log,
    ...(parts.timeoutMs === undefined ? {} : { timeoutMs: parts.timeoutMs }),
  });
  const self = createSelf(call);
  await checkSetUp(self, call, settings.channel);
  const takeAct = createTakeAct(parts);
  const agentOf = createAgentNames(call);
  const receive = openBolt({
    botToken: settings.botToken,
    log,
    listen: (app) => {
      listenToStaff(app, { ...parts, ...settings, takeAct, agentOf, call, self: () => self.known()?.user });
      listenToHome(app, { store, call, log });
    },
  });
  const socket: SlackSocket | undefined =
    settings.appToken === undefined
      ? undefined
      : openSlackSocket({ ...settings, appToken: settings.appToken, receive, log });
  return {
    desk: createDesk(parts, call, self),
    routes:
      settings.signingSecret === undefined
        ? []
        : [slackRoute({ signingSecret: settings.signingSecret, receive, now, log })],
    sockets: [],
    files: [],
    start: async () => socket?.start(),
    stop: async () => socket?.stop(),
  };
}

/** News only say "look again": what is posted is what the store says now. Every attempt finds out first what is there. */
function createDesk(parts: SlackDeskParts, call: CallSlack, self: KnowSelf): Desk {
  const refusedPosts = new Map<string, number>();
  const elapsedMs = parts.elapsedMs ?? (() => performance.now());
  let pausedUntilMs = 0;
  const pause = (forMs: number): void => {
    pausedUntilMs = Math.max(pausedUntilMs, elapsedMs() + forMs);
  };
  return {
    id: "slack",
    reach: { inDoubt: { kind: "repeat" }, budget: { perSecond: 1, burst: 3, atOnce: 4 } },
    send: async (post) => {
      const startedMs = elapsedMs();
      if (startedMs < pausedUntilMs) return { kind: "later", afterMs: Math.ceil(pausedUntilMs - startedMs) };
      const view = await parts.viewCase(post.news.case);
      const conversation = view === undefined ? undefined : await parts.store.conversation(view.case.conversation);
      if (view === undefined || conversation === undefined) return { kind: "refused", why: "no such case" };
      const asked = await self.ask();
      if (asked.kind !== "ok") return unknownSelf(asked, post, { pause, log: parts.log });
      const notice = noticeOf(post, view.case.agent?.name);
      return projectCase({
        ...parts,
        call,
        view,
        elapsedMs,
        startedMs,
        refusedPosts,
        pause,
        sha256,
        attempts: post.attempts,
        team: asked.identity.team,
        channel: parts.settings.channel,
        customerChannel: conversation.channel,
        place: await parts.store.placeOf(view.case.id),
        ...(notice === undefined ? {} : { notice }),
      });
    },
  };
}

function unknownSelf(
  { kind, word, afterMs }: Exclude<Called, { kind: "ok" }>,
  { attempts }: DeskPost,
  { pause, log }: { readonly pause: (forMs: number) => void; readonly log: Log },
): SendResult {
  if (kind !== "setup") return { kind: "later", afterMs: afterMs ?? backOffMs(attempts) };
  log.error("desk.slack_stopped", { word });
  pause(STOPPED_MS);
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
