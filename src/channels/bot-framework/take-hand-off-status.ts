import { z } from "zod";
import { SUPPORT_STATUSES } from "../../core/support-status.ts";
import type { SupportReport, TakeReport } from "../../ports/live-support.ts";

/** Live support that answers over this channel's road. */
export interface Hub {
  readonly serviceUrl: string;
  readonly take: TakeReport;
}

/** What a hub says of a hand-off, and where it says it from. */
export interface HandOffStatus {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly report: SupportReport;
}

const MAX_MESSAGE = 1_000;

const statusSchema = z.object({
  name: z.literal("handoff.status"),
  serviceUrl: z.string().min(1).max(2_000),
  channelId: z.string().min(1).max(2_000),
  conversation: z.object({ id: z.string().min(1).max(2_000) }),
  value: z.object({ state: z.enum(SUPPORT_STATUSES), message: z.string().nullish() }),
});

/** Undefined for every other event: unknown names are acknowledged and mean nothing (A5002). */
export function parseHandOffStatus(event: unknown): HandOffStatus | undefined {
  const read = statusSchema.safeParse(event).data;
  if (read === undefined) return undefined;
  const { serviceUrl, channelId, conversation, value } = read;
  const message = value.message?.slice(0, MAX_MESSAGE);
  return {
    serviceUrl,
    channelId,
    report: { support: conversation.id, status: value.state, ...(message ? { message } : {}) },
  };
}

const bare = (url: string): string => url.replace(/\/+$/, "").toLowerCase();

/** Believed only from the hub itself; from anybody else it is an event like any other. A hand-off that is not ours is let pass. */
export async function takeHandOffStatus({ serviceUrl, report }: HandOffStatus, hub: Hub | undefined): Promise<void> {
  if (hub !== undefined && bare(serviceUrl) === bare(hub.serviceUrl)) await hub.take(report);
}
