import { createHash } from "node:crypto";
import type { Letter } from "../../ports/channel.ts";

/**
 * The `X-Line-Retry-Key` of one part of a letter: the same for every attempt, and another's in no other data folder, because
 * conversation and moment are in it.
 */
export function retryKey({ id, conversation, entry }: Letter, part: number): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([conversation, id, entry.seq, entry.at, part]))
    .digest("hex");
  // The form of a UUID, of the version that is for anybody's own making.
  const variant = "89ab"[Number.parseInt(digest.slice(16, 17), 16) % 4];
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
