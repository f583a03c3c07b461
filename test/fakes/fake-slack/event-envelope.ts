import type { Json } from "./json.ts";
import { type FakeMessage, shownMessage, type Workspace } from "./workspace.ts";

/** Slack's shapes for what the Events API tells. */
export const eventEnvelope = {
  /** A message inside another payload. */
  plain: (message: FakeMessage): Json => shownMessage(message, true),
  /** The event of a new message. */
  message: (message: FakeMessage): Json => ({
    ...shownMessage(message, true),
    channel: message.channel,
    channel_type: "channel",
    event_ts: message.ts,
  }),
  /** The whole body; the same event may come in several, with ids of their own. */
  wrap: (event: Json, eventId: string, seconds: number, { team, app }: Workspace): string =>
    JSON.stringify({
      token: "legacy",
      team_id: team.id,
      context_team_id: team.id,
      api_app_id: app.id,
      event,
      type: "event_callback",
      event_id: eventId,
      event_time: seconds,
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: app.botUser, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    }),
};
