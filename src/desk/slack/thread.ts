/** A thread of Slack's: workspace, channel and first message. */
export interface Thread {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

/** As the store keeps it. The same time can occur in two channels, and the same channel id in two workspaces. */
export const placeName = ({ team, channel, ts }: Thread): string => `${team}/${channel}/${ts}`;

export function threadOf(place: string): Thread {
  const [team = "", channel = "", ts = ""] = place.split("/");
  return { team, channel, ts };
}
