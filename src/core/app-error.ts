/** Every way in which the program itself can break. */
export const ERROR_CODES = [
  "CONFIG_INVALID",
  "CONTENT_INVALID",
  "DATA_FOLDER_IN_USE",
  "STORE_UNAVAILABLE",
  "OVERLOADED",
  "WEB_CHAT_MISSING",
  "PORT_IN_USE",
  "MESSAGE_MISSING",
  "GUARD_REFUSED",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A bug or a broken machine. Expected ends are returned values, never this. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "AppError";
    this.code = code;
  }
}
