import { createHmac, randomBytes } from "node:crypto";

export const SECRET = "line-channel-secret-of-the-tests";

/** Moment of the suite's clock. */
const AT = Date.parse("2026-01-12T01:00:00.000Z");
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A name of an event as LINE makes them (ULID). */
const newId = (): string => `01${[...randomBytes(24)].map((byte) => SIGNS[byte % 32]).join("")}`;

export const userId = (name: string): string =>
  `U${createHmac("sha256", "user").update(name).digest("hex").slice(0, 32)}`;

interface EventParts {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** An event as LINE sends it; `parts` wins. */
export const event = (user: string, parts: EventParts) => ({
  mode: "active",
  timestamp: AT,
  source: { type: "user", userId: user },
  webhookEventId: newId(),
  deliveryContext: { isRedelivery: false },
  ...parts,
});

let messages = 0;

export const textEvent = (user: string, text: string, parts: Partial<EventParts> = {}) => {
  const message = { id: `5${String(++messages).padStart(17, "0")}`, type: "text", text, quoteToken: "q3Plxr4AgKd" };
  return { ...event(user, { type: "message", message, ...parts }), message };
};

export const bodyOf = (...events: readonly unknown[]): Buffer =>
  Buffer.from(JSON.stringify({ destination: `U${"d".repeat(32)}`, events }));

export const sign = (body: Buffer, secret: string = SECRET): string =>
  createHmac("sha256", secret).update(body).digest("base64");
