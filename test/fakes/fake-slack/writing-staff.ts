import { eventEnvelope } from "./event-envelope.ts";
import { findMarkup } from "./find-markup.ts";
import type { Json } from "./json.ts";
import type { FakeMessage, Workspace } from "./workspace.ts";

export interface WritingParts {
  readonly workspace: Workspace;
  /** Pushes an event, in whatever order and number the plan for events says. */
  readonly pushEvent: (event: Json, about: string) => Promise<void>;
}

/** People who write in channels. Each resolves when the app was told. */
export interface WritingStaff {
  writes(user: string, channel: string, text: string, thread?: string): Promise<FakeMessage>;
  edits(message: FakeMessage, text: string): Promise<void>;
  deletes(message: FakeMessage): Promise<void>;
  opensHome(user: string): Promise<void>;
}

export function createWritingStaff({ workspace, pushEvent }: WritingParts): WritingStaff {
  const changed = (message: FakeMessage, subtype: string, more: Json): Promise<void> =>
    pushEvent(
      { type: "message", subtype, channel: message.channel, channel_type: "channel", hidden: true, ...more },
      subtype,
    );
  return {
    writes: async (user, channel, text, thread) => {
      const message: FakeMessage = {
        channel,
        ts: workspace.nextTs(),
        ...(thread === undefined ? {} : { thread_ts: thread }),
        user,
        text,
        markup: findMarkup({ text, unfurl_links: false, unfurl_media: false }),
      };
      workspace.messages.push(message);
      await pushEvent(eventEnvelope.message(message), "message");
      return message;
    },
    edits: async (message, text) => {
      const before = eventEnvelope.plain(message);
      const ts = workspace.nextTs();
      message.text = text;
      message.edited = { user: message.user, ts };
      const now = eventEnvelope.plain(message);
      await changed(message, "message_changed", { message: now, previous_message: before, ts, event_ts: ts });
    },
    deletes: async (message) => {
      const before = eventEnvelope.plain(message);
      const ts = workspace.nextTs();
      message.deleted = true;
      const more = { deleted_ts: message.ts, previous_message: before, ts, event_ts: ts };
      await changed(message, "message_deleted", more);
    },
    opensHome: (user) =>
      pushEvent(
        { type: "app_home_opened", user, channel: `D${user.slice(1)}`, tab: "home", event_ts: workspace.nextTs() },
        "app_home_opened",
      ),
  };
}
