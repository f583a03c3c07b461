import { checkBlocks, lettersIn } from "./check-blocks.ts";
import { findMarkup } from "./find-markup.ts";
import type { Json } from "./json.ts";
import { type Arguments, type Method, type MethodParts, type MethodResult, refused, text } from "./method.ts";
import { type FakeMessage, shownMessage, type Workspace, withBlockIds } from "./workspace.ts";

const MAX_TEXT = 40_000;
const MAX_UPDATE_TEXT = 4_000;
const MAX_BLOCK_LETTERS = 13_200;
const TS = /^\d{10,}\.\d{6}$/;

export const postMessage: Method = (given, parts) => {
  const { workspace } = parts;
  const fault = checkPlace(given, parts) ?? checkContent(given, MAX_TEXT) ?? checkThread(given, parts);
  if (fault !== undefined) return fault;
  const channel = String(given.channel);
  const waitS = parts.waitToPost(channel);
  if (waitS !== undefined) return { ok: false, error: "ratelimited", retryAfterS: waitS };
  const thread = text(given.thread_ts);
  const message: FakeMessage = {
    channel,
    ts: workspace.nextTs(),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    user: workspace.app.botUser,
    bot_id: workspace.app.botId,
    app_id: workspace.app.id,
    ...contentOf(given, workspace),
  };
  workspace.messages.push(message);
  return { ok: true, channel, ts: message.ts, message: shownMessage(message, true) };
};

export const updateMessage: Method = (given, parts) => {
  const fault = checkPlace(given, parts) ?? checkContent(given, MAX_UPDATE_TEXT);
  if (fault !== undefined) return fault;
  const message = parts.workspace.message(String(given.channel), String(given.ts));
  if (message === undefined || message.deleted) return refused("message_not_found");
  if (message.bot_id !== parts.workspace.app.botId) return refused("cant_update_message");
  Object.assign(message, contentOf({ metadata: message.metadata, ...given }, parts.workspace));
  return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
};

export const deleteMessage: Method = (given, parts) => {
  const message = parts.workspace.message(String(given.channel), String(given.ts));
  if (message === undefined || message.deleted) return refused("message_not_found");
  if (message.bot_id !== parts.workspace.app.botId) return refused("cant_delete_message");
  message.deleted = true;
  return { ok: true, channel: message.channel, ts: message.ts };
};

export const postEphemeral: Method = (given, parts) => {
  const { workspace } = parts;
  const fault = checkPlace(given, parts) ?? checkContent(given, MAX_TEXT);
  if (fault !== undefined) return fault;
  const user = String(given.user);
  if (!workspace.users.has(user)) return refused("user_not_in_channel");
  const { text: words, blocks, markup } = contentOf(given, workspace);
  const thread = text(given.thread_ts);
  workspace.ephemerals.push({
    channel: String(given.channel),
    user,
    text: words,
    ...(blocks === undefined ? {} : { blocks }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    markup,
  });
  return { ok: true, message_ts: workspace.nextTs() };
};

/** Why the app may not write there. */
function checkPlace(given: Arguments, { workspace }: MethodParts): MethodResult | undefined {
  const channel = workspace.channels.get(String(given.channel));
  if (channel === undefined) return refused("channel_not_found");
  if (channel.archived) return refused("is_archived");
  return channel.member ? undefined : refused("not_in_channel");
}

function checkContent(given: Arguments, maxText: number): MethodResult | undefined {
  const words = given.text === undefined ? undefined : String(given.text);
  const hasBlocks = Array.isArray(given.blocks) && given.blocks.length > 0;
  if (!hasBlocks && (words === undefined || words.trim() === "")) return refused("no_text");
  if (words !== undefined && words.length > maxText) return refused("msg_too_long");
  if (given.attachments !== undefined) return refused("invalid_attachments");
  if (given.blocks !== undefined) {
    const faults = checkBlocks(given.blocks, "message");
    if (faults.length > 0) return refused("invalid_blocks", faults);
    if (lettersIn(given.blocks) > MAX_BLOCK_LETTERS) return refused("msg_blocks_too_long");
  }
  return checkMetadata(given.metadata);
}

function checkMetadata(metadata: unknown): MethodResult | undefined {
  if (metadata === undefined) return undefined;
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as Json;
  if (typeof type !== "string" || type === "") return refused("invalid_metadata_format");
  if (typeof payload !== "object" || payload === null) return refused("invalid_metadata_format");
  return JSON.stringify(metadata).length > 8_000 ? refused("metadata_too_large") : undefined;
}

/** A thread hangs on a message that is there and is no reply itself. */
function checkThread(given: Arguments, { workspace }: MethodParts): MethodResult | undefined {
  const thread = text(given.thread_ts);
  if (thread === undefined) return undefined;
  if (!TS.test(thread)) return refused("invalid_thread_ts");
  const root = workspace.message(String(given.channel), thread);
  if (root === undefined || root.deleted) return refused("thread_not_found");
  return root.thread_ts === undefined || root.thread_ts === root.ts ? undefined : refused("cannot_reply_to_message");
}

const contentOf = (
  given: Arguments,
  workspace: Workspace,
): Pick<FakeMessage, "text" | "blocks" | "metadata" | "markup"> => ({
  text: given.text === undefined ? "" : String(given.text),
  ...(Array.isArray(given.blocks) ? { blocks: withBlockIds(given.blocks as readonly Json[], workspace) } : {}),
  ...(given.metadata === undefined ? {} : { metadata: given.metadata as Json }),
  markup: findMarkup(given),
});
