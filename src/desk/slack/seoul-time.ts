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
