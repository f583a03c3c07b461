import type { Channel } from "../../ports/channel.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Intake } from "../../ports/intake.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Store } from "../../ports/store.ts";
import type { Mounted } from "../../ports/web.ts";
import type { BotFrameworkSettings } from "./bot-framework-settings.ts";
import { BOT_FRAMEWORK } from "./conversation-reference.ts";
import { createAccessTokens } from "./create-access-tokens.ts";
import { createKeyRing } from "./create-key-ring.ts";
import { messagesRoute } from "./messages-route.ts";
import { createRecentWords } from "./recent-words.ts";
import { createReplyDesk } from "./reply-desk.ts";
import { createSendLetter } from "./send-letter.ts";
import type { Hub } from "./take-hand-off-status.ts";
import { createVerifyCaller, type VerifyCaller } from "./verify-caller.ts";

export interface BotFrameworkOptions {
  readonly settings: BotFrameworkSettings;
  readonly store: Pick<Store, "conversation" | "entries">;
  /** Masks what must never be stored. */
  readonly intake: Intake;
  readonly clock: Clock;
  readonly newId: NewId;
  /** To the connectors. */
  readonly outgoing: Outgoing;
  /** To the issuer of tokens. */
  readonly signIn: Outgoing;
  /** Whether `outgoing` may go to a service. */
  readonly mayCall: (serviceUrl: string) => boolean;
  /** Live support that speaks the hand-off protocol. */
  readonly hub?: Hub;
  /** Instead of Microsoft's own addresses. */
  readonly metadataUrl?: string;
  readonly authority?: string;
  readonly repliesWithinMs?: number;
}

export interface BotFramework extends Mounted {
  readonly channel: Channel;
}

/** Hosts of the connectors of all channels. */
export const CONNECTOR_HOSTS = ["smba.trafficmanager.net", "*.botframework.com"];
/** Hosts of keys and tokens. */
export const SIGN_IN_HOSTS = ["login.botframework.com", "login.microsoftonline.com"];

const METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration";
const AUTHORITY = "https://login.microsoftonline.com";

/** The channels of the Azure Bot Service: Teams, Web Chat, Telegram, SMS … */
export function createBotFramework(options: BotFrameworkOptions): BotFramework {
  const { settings, clock, outgoing, signIn } = options;
  const replies = createReplyDesk();
  const recent = createRecentWords(clock);
  const tokens =
    settings.kind === "development"
      ? {}
      : {
          tokens: createAccessTokens({
            registration: settings.registration,
            outgoing: signIn,
            clock,
            authority: options.authority ?? AUTHORITY,
          }),
        };
  return {
    channel: {
      id: BOT_FRAMEWORK,
      can: { push: "free", buttons: 6, cards: false, textLength: 2_000, edit: false, files: false },
      reach: {
        // A connector cannot be asked, and would post the same words again.
        inDoubt: { kind: "leave" },
        budget:
          settings.kind === "development"
            ? { perSecond: 10_000, burst: 10_000, atOnce: 64 }
            : { perSecond: 50, burst: 100, atOnce: 32 },
      },
      send: createSendLetter({ replies, outgoing, clock, ...tokens }),
    },
    routes: [messagesRoute({ ...options, verify: verifyCaller(options), recent, replies })],
    sockets: [],
    files: [],
  };
}

function verifyCaller({ settings, signIn, clock, metadataUrl }: BotFrameworkOptions): VerifyCaller {
  if (settings.kind === "development") return async () => ({ kind: "development" });
  const keys = createKeyRing({ outgoing: signIn, metadataUrl: metadataUrl ?? METADATA, clock });
  return createVerifyCaller(settings.registration.appId, keys, clock);
}
