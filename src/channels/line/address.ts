import { z } from "zod";
import type { Instant } from "../../core/day.ts";
import { readJson } from "../../wording/read-json.ts";

/** Where a customer is on LINE, as the newest event said it. */
export interface LineAddress {
  readonly to: string;
  /** Good for one reply, soon after it came. */
  readonly reply?: { readonly token: string; readonly cameAt: Instant };
}

const schema = z.object({
  to: z.string().min(1),
  reply: z.object({ token: z.string().min(1), cameAt: z.string() }).optional(),
});

export const writeAddress = (address: LineAddress): string => JSON.stringify(address);

export function readAddress(text: string | undefined): LineAddress | undefined {
  const address = schema.safeParse(readJson(Buffer.from(text ?? ""))?.value).data;
  if (address === undefined) return undefined;
  const { to, reply } = address;
  return reply === undefined ? { to } : { to, reply };
}
