import type { FakeSlack } from "./start-fake-slack.ts";
import type { FakeMessage } from "./workspace.ts";

const LATEST = 100;
const LATEST_HINTS = 1;

/** What the page shows to one person, in one channel, with one thread open. */
export function stateOfPage(slack: FakeSlack, query: URLSearchParams): object {
  const { users, channels, ephemerals, homes } = slack.workspace;
  const [user, channel, thread] = ["user", "channel", "thread"].map((name) => query.get(name) ?? "");
  const shown = ({ markup: _markup, metadata: _metadata, ...message }: FakeMessage) => ({
    ...message,
    name: users.get(message.user)?.name ?? message.user,
    replies: slack.messagesIn(message.channel, message.ts).length - 1,
  });
  const all = channel === "" ? [] : slack.messagesIn(channel ?? "");
  return {
    people: [...users.values()].filter(({ bot }) => bot !== true),
    channels: [...channels.values()],
    messages: all
      .filter(({ ts, thread_ts: root }) => root === undefined || root === ts)
      .slice(-LATEST)
      .map(shown),
    thread:
      thread === ""
        ? []
        : slack
            .messagesIn(channel ?? "", thread)
            .slice(-LATEST)
            .map(shown),
    home: homes.get(user ?? ""),
    modal: slack.staff.viewOf(user ?? ""),
    hints: ephemerals
      .filter((one) => one.user === user)
      .slice(-LATEST_HINTS)
      .map(({ text }) => text),
  };
}
