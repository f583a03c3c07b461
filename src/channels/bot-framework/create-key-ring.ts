import type { CryptoKey } from "jose";
import { importJWK } from "jose/key/import";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import { readJson } from "../../wording/read-json.ts";

export interface SigningKey {
  readonly key: CryptoKey;
  /** Far channels that this key may sign for. */
  readonly endorsements: readonly string[];
}

/** The issuer's public keys. */
export interface KeyRing {
  /** `unavailable`: no keys could be fetched, so nothing can be said about the token. */
  find(kid: string): Promise<SigningKey | "unknown" | "unavailable">;
}

export interface KeyRingParts {
  readonly outgoing: Outgoing;
  /** The issuer's OpenID configuration. */
  readonly metadataUrl: string;
  readonly clock: Clock;
}

/** Somebody who makes up key ids must not make us hammer the issuer. */
const REFRESH_AT_MOST_EVERY_MS = 60_000;
const RETRY_AFTER_FAILURE_MS = 5_000;
const FRESH_MS = 24 * 3_600_000;
/** Keys are still believed that long while the issuer cannot be reached. */
const USABLE_MS = 5 * 24 * 3_600_000;

const metadataSchema = z.object({ jwks_uri: z.string() });
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal("RSA"),
  use: z.literal("sig").optional(),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

type Keys = ReadonlyMap<string, SigningKey>;

/** Keys are fetched when first needed, daily, and for an unknown key id at most once a minute. */
export function createKeyRing({ outgoing, metadataUrl, clock }: KeyRingParts): KeyRing {
  const fetched: { keys?: Keys; atMs: number; mayTryAtMs: number } = { atMs: 0, mayTryAtMs: 0 };
  let running: Promise<void> | undefined;
  const nowMs = (): number => Date.parse(clock.now());

  const fetchKeys = async (): Promise<void> => {
    const keys = await keysAt(outgoing, metadataUrl);
    const now = nowMs();
    fetched.mayTryAtMs = now + (keys === undefined ? RETRY_AFTER_FAILURE_MS : REFRESH_AT_MOST_EVERY_MS);
    if (keys === undefined) return;
    fetched.keys = keys;
    fetched.atMs = now;
  };
  const refresh = async (): Promise<void> => {
    if (running === undefined && nowMs() < fetched.mayTryAtMs) return;
    running ??= fetchKeys().finally(() => {
      running = undefined;
    });
    await running;
  };
  const usable = (): Keys | undefined => (nowMs() - fetched.atMs < USABLE_MS ? fetched.keys : undefined);

  return {
    find: async (kid) => {
      if (nowMs() - fetched.atMs > FRESH_MS) await refresh();
      if (usable()?.has(kid) !== true) await refresh();
      const keys = usable();
      return keys === undefined ? "unavailable" : (keys.get(kid) ?? "unknown");
    },
  };
}

async function keysAt(outgoing: Outgoing, metadataUrl: string): Promise<Keys | undefined> {
  const metadata = metadataSchema.safeParse(await fetchJson(outgoing, metadataUrl)).data;
  if (metadata === undefined) return undefined;
  const found = keysSchema.safeParse(await fetchJson(outgoing, metadata.jwks_uri)).data;
  if (found === undefined) return undefined;
  const keys = await Promise.all(found.keys.map(signingKey));
  return new Map(keys.flatMap((key) => (key === undefined ? [] : [key])));
}

async function fetchJson(outgoing: Outgoing, url: string): Promise<unknown> {
  const answer = await outgoing({ method: "GET", url, headers: { accept: "application/json" } });
  return answer.kind === "answered" && answer.status === 200 ? readJson(Buffer.from(answer.body))?.value : undefined;
}

/** Keys of other kinds are left out. */
async function signingKey(raw: unknown): Promise<readonly [string, SigningKey] | undefined> {
  const jwk = keySchema.safeParse(raw).data;
  if (jwk === undefined) return undefined;
  try {
    const key = await importJWK({ kty: jwk.kty, n: jwk.n, e: jwk.e }, "RS256");
    return key instanceof Uint8Array ? undefined : [jwk.kid, { key, endorsements: jwk.endorsements }];
  } catch {
    return undefined;
  }
}
