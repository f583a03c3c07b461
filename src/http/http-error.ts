/** Codes of the errors that the server itself answers with. */
export type HttpErrorCode =
  | "BAD_REQUEST"
  | "TOKEN_NEEDED"
  | "METRICS_REFUSED"
  | "HOST_REFUSED"
  | "ORIGIN_REFUSED"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "TIMED_OUT"
  | "BODY_TOO_LARGE"
  | "HEADERS_TOO_LARGE"
  | "UPGRADE_REQUIRED"
  | "TOO_MANY_REQUESTS"
  | "INTERNAL"
  | "UNAVAILABLE";

const ERRORS: Readonly<Record<HttpErrorCode, { readonly status: number; readonly message: string }>> = {
  BAD_REQUEST: { status: 400, message: "The request could not be read." },
  TOKEN_NEEDED: { status: 401, message: "A token is needed here." },
  METRICS_REFUSED: { status: 403, message: "Only for this machine itself; set METRICS_TOKEN to read it from another." },
  HOST_REFUSED: { status: 403, message: "This host name is not served here." },
  ORIGIN_REFUSED: { status: 403, message: "Requests from other sites are refused." },
  NOT_FOUND: { status: 404, message: "There is nothing at this address." },
  METHOD_NOT_ALLOWED: { status: 405, message: "This address does not take that method." },
  TIMED_OUT: { status: 408, message: "The request took too long to arrive." },
  BODY_TOO_LARGE: { status: 413, message: "The request is too large." },
  HEADERS_TOO_LARGE: { status: 431, message: "The headers are too large." },
  UPGRADE_REQUIRED: { status: 426, message: "This address speaks WebSocket only." },
  TOO_MANY_REQUESTS: { status: 429, message: "Too many requests; please wait a moment." },
  INTERNAL: { status: 500, message: "Something broke here; it was noted." },
  UNAVAILABLE: { status: 503, message: "Not available now; please try again." },
};

export interface ErrorReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: { readonly error: { readonly code: HttpErrorCode; readonly message: string } };
}

/** The same shape for every error, and never a word of the request or of the program in it. */
export const httpError = (code: HttpErrorCode): ErrorReply => ({
  status: ERRORS[code].status,
  ...(code === "UNAVAILABLE" ? { headers: { "retry-after": "1" } } : {}),
  body: { error: { code, message: ERRORS[code].message } },
});

/** The code that says best what a refusal with this status means. */
export const codeOfStatus = (status: number): HttpErrorCode => {
  if (status === 404) return "NOT_FOUND";
  if (status === 405) return "METHOD_NOT_ALLOWED";
  if (status === 408) return "TIMED_OUT";
  if (status === 413) return "BODY_TOO_LARGE";
  if (status === 429) return "TOO_MANY_REQUESTS";
  if (status === 431) return "HEADERS_TOO_LARGE";
  if (status === 503) return "UNAVAILABLE";
  return status < 500 ? "BAD_REQUEST" : "INTERNAL";
};
