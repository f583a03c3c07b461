/** A calendar day in Korea, `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string;

/** A moment, ISO 8601 in UTC with milliseconds (`2026-01-10T01:00:00.000Z`). */
export type Instant = string;

/** A time of day in Korea on a day, `YYYY-MM-DDTHH:mm`. Compares correctly as a string. */
export type LocalTime = string;

const DAY_MS = 86_400_000;

const epochMs = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));

/** False for `2025-09-31` and for anything that is not `YYYY-MM-DD`. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(epochMs(text)).toISOString().startsWith(text);

export const addDays = (day: Day, days: number): Day =>
  new Date(epochMs(day) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(epochMs(day)).getUTCDay();

const MINUTE_MS = 60_000;
/** Korea has had no summer time since 1988. */
const KOREA_AHEAD_MS = 9 * 3_600_000;

/** Minutes since some moment, for differences between local times; also takes `T24:00`. */
export const minutesOf = (at: LocalTime): number =>
  epochMs(at.slice(0, 10)) / MINUTE_MS + Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

/** The local time of a number of minutes as `minutesOf` counts them. */
export const localOfMinutes = (minutes: number): LocalTime => new Date(minutes * MINUTE_MS).toISOString().slice(0, 16);

/** The time in Korea at an instant. */
export const localOf = (at: Instant): LocalTime =>
  new Date(new Date(at).getTime() + KOREA_AHEAD_MS).toISOString().slice(0, 16);
