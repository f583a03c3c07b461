import type { FarRequest } from "../far-server.ts";
import type { Json } from "./json.ts";
import type { Arguments } from "./method.ts";

/** Arguments that are sent as JSON inside a form. */
const STRUCTURED = new Set(["blocks", "metadata", "view", "attachments"]);

export interface Call {
  readonly token: string | undefined;
  readonly given: Arguments;
  /** Names of arguments that were to be JSON and are not. */
  readonly unreadable: readonly string[];
}

/** Reads a call in either way that Slack takes: a form, or JSON with the token in the header. */
export function readCall({ headers, body }: FarRequest): Call {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  const isJson = (headers["content-type"] ?? "").startsWith("application/json");
  const raw: Json = isJson ? ((asJson(body) ?? {}) as Json) : Object.fromEntries(new URLSearchParams(body));
  const { token, ...rest } = raw;
  const read = Object.entries(rest).map(([name, value]): [string, unknown] =>
    STRUCTURED.has(name) && typeof value === "string" ? [name, asJson(value)] : [name, value],
  );
  return {
    token: bearer ?? (isJson || typeof token !== "string" ? undefined : token),
    given: Object.fromEntries(read),
    unreadable: read.flatMap(([name, value]) => (value === undefined ? [name] : [])),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
