import { type FarReply, type FarRequest, startFarServer } from "../far-server.ts";
import { type FaultPlan, isDone, noFaults } from "../fault-plan.ts";
import { type Attempt, createAppSender } from "./app-sender.ts";
import { createEventStream, type EventTrouble } from "./event-stream.ts";
import type { Json } from "./json.ts";
import { createPace } from "./pace.ts";
import { createPressingStaff, type PressingStaff } from "./pressing-staff.ts";
import { createWebApi, type LoggedCall, methodOf, type RefuseCall } from "./web-api.ts";
import { createWorkspace, type FakeMessage, type Workspace } from "./workspace.ts";
import { createWritingStaff, type WritingStaff } from "./writing-staff.ts";

export interface FakeSlackOptions {
  /** Where the app takes events, interactions and commands; may be set later through `appUrl`. */
  readonly appUrl?: string | (() => string);
  readonly signingSecret?: string;
  readonly botToken?: string;
  readonly faults?: FaultPlan;
  readonly eventTrouble?: EventTrouble;
  /** Whether more than one post a second in a channel is refused, as Slack does; on when absent. */
  readonly paced?: boolean;
  /** How many posts a second a channel takes; Slack's own limit when absent. */
  readonly postsPerSecond?: number;
  /** Pauses before the retries of an event. */
  readonly retryAfterMs?: readonly number[];
  /** Share of presses and submissions that come twice, as from an impatient hand or a proxy that repeats. */
  readonly repeatedPresses?: number;
  readonly port?: number;
  readonly nowMs?: () => number;
  /** Serves what is not Slack's: a page that shows the workspace. It is never made to fail. */
  readonly page?: (request: FarRequest, slack: FakeSlack) => Promise<FarReply | undefined>;
}

/** A workspace that speaks Slack's protocol on loopback, with a log of its own. */
export interface FakeSlack {
  readonly address: string;
  /** For `slackApiUrl`; ends with a slash. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly workspace: Workspace;
  /** People at the desk, doing what people do in Slack. */
  readonly staff: WritingStaff & PressingStaff;
  readonly calls: readonly LoggedCall[];
  readonly attempts: readonly Attempt[];
  /** What the app sent to response addresses. */
  readonly responses: readonly { readonly path: string; readonly body: string }[];
  appUrl: string | (() => string);
  /** Every call from now on is answered `token_revoked`. */
  revoke(): void;
  /** From now on calls for which this names an error are refused with it; none when absent. */
  refuse(why?: RefuseCall): void;
  archive(channel: string): void;
  /** Pushes any event of the Events API. */
  push(event: Json): Promise<void>;
  /** Messages of a channel, or of one thread of it, oldest first. */
  messagesIn(channel: string, thread?: string): readonly FakeMessage[];
  stop(): Promise<void>;
}

const SLACK_RETRIES_MS = [0, 60_000, 300_000];
/** Nothing listens there: the discard port. */
const NOWHERE = "http://127.0.0.1:9/slack/events";

/** Starts it on a free port (or `port`). */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const {
    botToken = "xoxb-fake",
    signingSecret = "0123456789abcdef0123456789abcdef",
    nowMs = () => Date.now(),
  } = options;
  const workspace = createWorkspace(nowMs);
  const pace = createPace(nowMs, options.postsPerSecond);
  const api = createWebApi({
    workspace,
    nowMs,
    botToken,
    waitToPost: (channel) => (options.paced === false ? undefined : pace.waitToPost(channel)),
  });
  const responses: { path: string; body: string }[] = [];
  const server = await startFarServer({
    faults: options.faults ?? noFaults(),
    spared: (request) => methodOf(request) === undefined,
    seen: (request, fault) => {
      if (!isDone(fault)) api.missed(request, fault);
    },
    answer: async (request, fault) => {
      if (methodOf(request) !== undefined) return api.answer(request, fault);
      if (!request.path.startsWith("/response/")) return (await options.page?.(request, slack)) ?? { status: 404 };
      responses.push({ path: request.path, body: request.body });
      return { status: 200, body: "ok" };
    },
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const attempts: Attempt[] = [];
  const sender = createAppSender({
    signingSecret,
    url: () => (typeof slack.appUrl === "string" ? slack.appUrl : slack.appUrl()),
    nowMs,
    retryAfterMs: options.retryAfterMs ?? SLACK_RETRIES_MS,
    noted: (attempt) => attempts.push(attempt),
    ...(options.repeatedPresses === undefined ? {} : { repeated: options.repeatedPresses }),
  });
  const { eventTrouble: trouble } = options;
  const pushEvent = createEventStream({ workspace, nowMs, sender, ...(trouble === undefined ? {} : { trouble }) });
  const slack: FakeSlack = {
    address: server.address,
    apiUrl: `${server.address}/api/`,
    botToken,
    signingSecret,
    workspace,
    staff: {
      ...createWritingStaff({ workspace, pushEvent }),
      ...createPressingStaff({ workspace, nowMs, address: () => server.address, send: sender.send }),
    },
    calls: api.calls,
    attempts,
    responses,
    appUrl: options.appUrl ?? NOWHERE,
    revoke: api.revoke,
    refuse: api.refuse,
    archive: (id) => {
      const channel = workspace.channels.get(id);
      if (channel !== undefined) channel.archived = true;
    },
    push: (event) => pushEvent(event, String(event.type)),
    messagesIn: (channel, thread) => messagesIn(workspace, channel, thread),
    stop: server.stop,
  };
  return slack;
}

const messagesIn = (
  { messages, thread: inThread }: Workspace,
  channel: string,
  root?: string,
): readonly FakeMessage[] =>
  (root === undefined ? messages.filter((message) => message.channel === channel) : inThread(channel, root)).filter(
    ({ deleted }) => deleted !== true,
  );
