import { type FarReply, type FarRequest, startFarServer } from "../far-server.ts";
import { type Fault, type FaultPlan, isAmbiguous, isDone, noFaults } from "../fault-plan.ts";

/** An activity as the bot sent it; what cannot be read back by anybody but the log. */
export interface ReceivedActivity {
  readonly atMs: number;
  readonly id: string;
  readonly conversation: string;
  readonly replyTo?: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface ConnectorCall {
  readonly atMs: number;
  readonly conversation: string;
  readonly fault: Fault["kind"];
  /** The caller cannot know what was done. */
  readonly ambiguous: boolean;
  readonly status: number;
}

export interface FakeConnectorOptions {
  readonly faults?: FaultPlan;
  readonly nowMs?: () => number;
  readonly port?: number;
  /** Whether calls without a token are refused; off when absent, as for a bot on the same machine. */
  readonly needsToken?: boolean;
}

/** A Bot Framework connector: takes what the bot says, and cannot be asked afterwards whether it did. */
export interface FakeConnector {
  /** For `serviceUrl`. */
  readonly address: string;
  /** What arrived, in the order in which it did. */
  readonly received: readonly ReceivedActivity[];
  readonly calls: readonly ConnectorCall[];
  receivedIn(conversation: string): readonly ReceivedActivity[];
  /** Calls for a conversation after which nobody could know what was done. */
  ambiguousIn(conversation: string): number;
  stop(): Promise<void>;
}

/** Some connectors are at a path of their region, like `/kr/`. */
const PATH = /^(?:\/\w+)?\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
const TOO_BIG_BYTES = 256 * 1024;

export async function startFakeConnector(options: FakeConnectorOptions = {}): Promise<FakeConnector> {
  const { nowMs = () => Date.now() } = options;
  const received: ReceivedActivity[] = [];
  const calls: ConnectorCall[] = [];
  const byConversation = new Map<string, ReceivedActivity[]>();
  const ambiguous = new Map<string, number>();
  const note = (request: FarRequest, fault: Fault, status: number): void => {
    const conversation = placeOf(request)?.conversation ?? "";
    if (isAmbiguous(fault)) ambiguous.set(conversation, (ambiguous.get(conversation) ?? 0) + 1);
    calls.push({ atMs: nowMs(), conversation, fault: fault.kind, ambiguous: isAmbiguous(fault), status });
  };
  const server = await startFarServer({
    faults: options.faults ?? noFaults(),
    seen: (request, fault) => {
      if (!isDone(fault)) note(request, fault, 0);
    },
    answer: (request, fault) => {
      const reply = check(request, options.needsToken === true) ?? take(request);
      note(request, fault, reply.status);
      return reply;
    },
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const take = (request: FarRequest): FarReply => {
    const place = placeOf(request);
    const activity = parse(request.body);
    if (place === undefined || activity === undefined) return refuse(400, "BadSyntax", "not an activity");
    const id = `${place.conversation}|${String(received.length).padStart(7, "0")}`;
    const one = { atMs: nowMs(), id, ...place, activity };
    received.push(one);
    byConversation.set(place.conversation, [...(byConversation.get(place.conversation) ?? []), one]);
    return { status: 200, body: { id } };
  };
  return {
    address: server.address,
    received,
    calls,
    receivedIn: (conversation) => byConversation.get(conversation) ?? [],
    ambiguousIn: (conversation) => ambiguous.get(conversation) ?? 0,
    stop: server.stop,
  };
}

function placeOf({ path }: FarRequest): { conversation: string; replyTo?: string } | undefined {
  const [, conversation, replyTo] = PATH.exec(path) ?? [];
  if (conversation === undefined) return undefined;
  return {
    conversation: decodeURIComponent(conversation),
    ...(replyTo === undefined ? {} : { replyTo: decodeURIComponent(replyTo) }),
  };
}

/** What a real connector refuses before it looks at the words. */
function check(request: FarRequest, needsToken: boolean): FarReply | undefined {
  if (placeOf(request) === undefined) return refuse(404, "NotFound", "no such resource");
  if (request.method !== "POST") return refuse(405, "MethodNotAllowed", "only POST");
  if (needsToken && !/^Bearer .+/.test(request.headers.authorization ?? "")) {
    return refuse(401, "Unauthorized", "Authorization has been denied for this request.");
  }
  if (Buffer.byteLength(request.body) > TOO_BIG_BYTES) return refuse(413, "MessageSizeTooBig", "over 256 KB");
  const activity = parse(request.body);
  if (activity === undefined || typeof activity.type !== "string" || activity.type === "") {
    return refuse(400, "MissingProperty", "The 'Activity.Type' field is required.");
  }
  return undefined;
}

const refuse = (status: number, code: string, message: string): FarReply => ({
  status,
  body: { error: { code, message } },
});

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
