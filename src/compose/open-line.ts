import type { ChannelParts } from "./channel-parts.ts";

/** None or one, as the settings say. Its library is loaded only where LINE is on. */
export async function openLine({ config, keys, outgoing, ...parts }: ChannelParts) {
  const { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: accessToken } = config;
  if (secret === undefined || accessToken === undefined) return [];
  const { createLine } = await import("../channels/line/create-line.ts");
  const { LINE_HOST } = await import("../channels/line/line-calls.ts");
  const allowed = outgoing({ hosts: [LINE_HOST] });
  return [createLine({ ...parts, secret, accessToken, key: keys.customers, outgoing: allowed })];
}
