/** What live support says of a case that was passed on to it; the words of the hand-off protocol. */
export const SUPPORT_STATUSES = ["accepted", "failed", "completed"] as const;
export type SupportStatus = (typeof SUPPORT_STATUSES)[number];
