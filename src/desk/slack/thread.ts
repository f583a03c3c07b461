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

/** Whether the place is in this channel; an unknown team counts as the same. */
export function isPlaceIn(
  place: string,
  { team, channel }: { readonly team?: string | undefined; readonly channel: string },
): boolean {
  const thread = threadOf(place);
  return thread.channel === channel && (team === undefined || thread.team === team);
}
