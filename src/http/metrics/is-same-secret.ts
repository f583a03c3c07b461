import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares in a time that says nothing about where the two differ, nor how long the secret is. */
export const isSameSecret = (given: string | undefined, secret: string): boolean =>
  timingSafeEqual(digest(given ?? ""), digest(secret)) && given !== undefined;
