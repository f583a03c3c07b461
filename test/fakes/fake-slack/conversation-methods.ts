import { type Arguments, isTrue, type Method, type MethodParts, type MethodResult, refused, text } from "./method.ts";
import { type FakeChannel, type FakeMessage, shownMessage } from "./workspace.ts";

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1_000;

export const conversationInfo: Method = (given, { workspace }) => {
  const channel = workspace.channels.get(String(given.channel));
  return channel === undefined ? refused("channel_not_found") : { ok: true, channel: shownChannel(channel) };
};

export const conversationMembers: Method = (given, { workspace }) => {
  const channel = workspace.channels.get(String(given.channel));
  if (channel === undefined) return refused("channel_not_found");
  const people = [...workspace.users.values()].filter(({ bot }) => bot !== true).map(({ id }) => id);
  return {
    ok: true,
    members: channel.member ? [...people, workspace.app.botUser] : people,
    response_metadata: { next_cursor: "" },
  };
};

/** The roots of a channel, newest first. */
export const conversationHistory: Method = (given, parts) => {
  const found = readable(given, parts);
  if ("ok" in found) return found;
  const roots = parts.workspace.messages.filter(
    (message) =>
      (message.thread_ts === undefined || message.thread_ts === message.ts) &&
      message.channel === found.channel &&
      !message.deleted &&
      inSpan(message, given),
  );
  return page(roots.reverse(), given);
};

/** A root and its replies, oldest first. */
export const conversationReplies: Method = (given, parts) => {
  const found = readable(given, parts);
  if ("ok" in found) return found;
  const ts = text(given.ts);
  const asked = ts === undefined ? undefined : parts.workspace.message(String(given.channel), ts);
  if (asked === undefined) return refused("thread_not_found");
  const root = asked.thread_ts ?? asked.ts;
  return page(
    parts.workspace
      .thread(asked.channel, root)
      .filter((message) => !message.deleted && (message.ts === root || inSpan(message, given))),
    given,
  );
};

const shownChannel = ({ id, name, archived, member }: FakeChannel): object => ({
  id,
  name,
  name_normalized: name,
  is_channel: true,
  is_private: false,
  is_archived: archived,
  is_member: member,
});

function readable(given: Arguments, { workspace }: MethodParts): MethodResult | { readonly channel: string } {
  const channel = workspace.channels.get(String(given.channel));
  if (channel === undefined) return refused("channel_not_found");
  if (!channel.member) return refused("not_in_channel");
  return { channel: channel.id };
}

/** Times are strings of equal width, compared as such: as numbers they would lose their last digits. */
function inSpan({ ts }: FakeMessage, given: Arguments): boolean {
  const oldest = text(given.oldest) ?? "0";
  const latest = text(given.latest);
  const inclusive = isTrue(given.inclusive);
  const after = inclusive ? compareTs(ts, oldest) >= 0 : compareTs(ts, oldest) > 0;
  const until = latest === undefined || (inclusive ? compareTs(ts, latest) <= 0 : compareTs(ts, latest) < 0);
  return after && until;
}

const wide = (ts: string): string => {
  const [seconds = "0", micros = ""] = ts.split(".");
  return `${seconds.padStart(12, "0")}.${micros.padEnd(6, "0")}`;
};

const compareTs = (one: string, other: string): number => {
  const [first, second] = [wide(one), wide(other)];
  return first < second ? -1 : first > second ? 1 : 0;
};

function page(messages: readonly FakeMessage[], given: Arguments): MethodResult {
  const from = Number(Buffer.from(text(given.cursor) ?? "", "base64").toString() || 0);
  const limit = Math.min(Number(given.limit ?? DEFAULT_LIMIT), LARGEST_LIMIT);
  const more = from + limit < messages.length;
  return {
    ok: true,
    messages: messages
      .slice(from, from + limit)
      .map((message) => shownMessage(message, isTrue(given.include_all_metadata))),
    has_more: more,
    ...(more ? { response_metadata: { next_cursor: Buffer.from(String(from + limit)).toString("base64") } } : {}),
  };
}
