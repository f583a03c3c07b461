import { z } from "zod";

/** A request as a far end sent it. Its credentials are made anew when it is replayed. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const schema = z.object({
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  path: z.string().startsWith("/"),
  headers: z.record(z.string(), z.string()),
  /** A string is sent as it is, byte for byte, as signatures need it. */
  body: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

/** Reads the file of a recorded request; what is wrong with it is the returned sentence. */
export function readRecorded(json: string): RecordedRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return "the file is not JSON";
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  const { body, ...rest } = parsed.data;
  return { ...rest, body: typeof body === "string" ? body : JSON.stringify(body) };
}
