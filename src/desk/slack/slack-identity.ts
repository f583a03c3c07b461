import { z } from "zod";
import { AppError } from "../../core/app-error.ts";
import type { Called, CallSlack } from "./slack-calls.ts";
import { isWrongToken } from "./slack-faults.ts";

/** Who we are in Slack. */
export interface SlackIdentity {
  readonly team: string;
  readonly user: string;
}

const answerSchema = z.object({ team_id: z.string(), user_id: z.string() });

export type Identified = { readonly kind: "ok"; readonly identity: SlackIdentity } | Exclude<Called, { kind: "ok" }>;

/** Knows who we are once Slack has said it; asked again as long as it has not. */
export interface KnowSelf {
  readonly known: () => SlackIdentity | undefined;
  readonly ask: () => Promise<Identified>;
}

export function createSelf(call: CallSlack): KnowSelf {
  let identity: SlackIdentity | undefined;
  return {
    known: () => identity,
    ask: async () => {
      if (identity !== undefined) return { kind: "ok", identity };
      const called = await call("auth.test", {});
      if (called.kind !== "ok") return called;
      const read = answerSchema.safeParse(called.answer).data;
      if (read === undefined) return { kind: "doubt", word: "odd_answer" };
      identity = { team: read.team_id, user: read.user_id };
      return { kind: "ok", identity };
    },
  };
}

/**
 * Stops the start where a setting is plainly wrong. When Slack does not answer, or has taken back what it once gave, the
 * assistant starts all the same: customers must not wait for the desk.
 */
export async function checkSetUp(self: KnowSelf, call: CallSlack, channel: string): Promise<void> {
  const asked = await self.ask();
  if (asked.kind === "setup" && isWrongToken(asked.word)) {
    throw new AppError(
      "CONFIG_INVALID",
      `SLACK_BOT_TOKEN: Slack does not know this token (${asked.word}). Copy "Bot User OAuth Token" from "OAuth & Permissions" of the app (see docs/desk/slack.md).`,
    );
  }
  if (asked.kind !== "ok") return;
  const looked = await call("conversations.history", { channel, limit: 1 });
  if (looked.kind !== "setup") return;
  if (looked.word === "channel_not_found" || looked.word === "not_in_channel") {
    throw new AppError(
      "CONFIG_INVALID",
      `SLACK_TRIAGE_CHANNEL: the app is not in channel ${channel} (${looked.word}). Invite it there with /invite, or set the id that Slack shows at the end of "About" of the channel.`,
    );
  }
  if (looked.word === "missing_scope") {
    throw new AppError(
      "CONFIG_INVALID",
      "SLACK_BOT_TOKEN: the app lacks a right. Paste slack/manifest.yaml into the app's settings and install it anew.",
    );
  }
}
