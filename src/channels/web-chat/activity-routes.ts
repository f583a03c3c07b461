import type { Intake } from "../../ports/intake.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { withPass } from "./authorize.ts";
import { refuse } from "./direct-line-error.ts";
import { readWatermark, toActivitySet } from "./page-of-entries.ts";
import { parseActivity } from "./parse-activity.ts";
import { activityId } from "./render.ts";
import type { Streams } from "./streams.ts";
import type { Pass, Tokens } from "./tokens.ts";
import { WEB_CHAT } from "./web-chat-channel.ts";

export interface ActivityParts {
  readonly store: Pick<Store, "entries">;
  readonly intake: Intake;
  readonly newId: NewId;
  readonly tokens: Tokens;
  readonly streams: Streams;
}

const BODY_LIMIT = 256 * 1024;
const PATH = "/v3/directline/conversations/:id/activities";

const read =
  (parts: ActivityParts) =>
  async (pass: Pass, request: WebRequest): Promise<WebReply> => {
    const after = readWatermark(request.query.watermark);
    const entries = await parts.store.entries(pass.conversation, after);
    return { status: 200, body: toActivitySet(entries, after, pass.user) };
  };

const post =
  (parts: ActivityParts) =>
  async (pass: Pass, request: WebRequest): Promise<WebReply> => {
    const parsed = parseActivity(request.body);
    if (parsed.kind === "refused") return refuse(parsed.code, pass.language);
    if (parsed.kind === "ignored") return { status: 200, body: { id: `${pass.conversation}|${parts.newId()}` } };
    const accepted = await parts.intake({
      conversation: pass.conversation,
      channel: WEB_CHAT,
      dedupeKey: `dl:${pass.conversation}:${parsed.clientId ?? parts.newId()}`,
      activity: {
        kind: "said",
        text: parsed.text,
        language: parsed.language ?? pass.language,
        masked: 0,
        ...(parsed.clientId === undefined ? {} : { clientId: parsed.clientId }),
      },
    });
    parts.streams.wake(pass.conversation);
    return { status: 200, body: { id: activityId(pass.conversation, accepted.seq) } };
  };

/** Reading, posting, and the refusal of files. */
export const activityRoutes = (parts: ActivityParts): readonly WebRoute[] => [
  { method: "GET", path: PATH, handle: withPass(parts.tokens, read(parts)) },
  { method: "POST", path: PATH, bodyLimit: BODY_LIMIT, handle: withPass(parts.tokens, post(parts)) },
  {
    method: "POST",
    path: "/v3/directline/conversations/:id/upload",
    bodyLimit: BODY_LIMIT,
    handle: withPass(parts.tokens, async (pass) => refuse("AttachmentsNotSupported", pass.language)),
  },
];
