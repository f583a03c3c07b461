import type { Instant } from "../../core/day.ts";

const FORMAT = new Intl.DateTimeFormat("ko-KR", {
  timeZone: "Asia/Seoul",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "11. 23. 09:05" */
export const seoulTime = (at: Instant): string => FORMAT.format(new Date(at));

/** "2026-01-13T09:00/2026-01-13T12:00", Korean time, as "1. 13. 09:00~12:00". */
export function seoulSlot(slot: string): string {
  const [from = "", to = ""] = slot.split("/");
  const [, month = "", day = ""] = from.slice(0, 10).split("-");
  return `${Number(month)}. ${Number(day)}. ${from.slice(11, 16)}~${to.slice(11, 16)}`;
}
