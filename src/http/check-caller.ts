import type { HttpErrorCode } from "./http-error.ts";

export interface CallerHeaders {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What a proxy says that the browser asked for; a page of another site cannot set it. */
  readonly forwardedHost: string | undefined;
}

export interface HostRules {
  /** True when the server listens on a loopback address only. */
  readonly loopback: boolean;
  /** Public host names of this server, with port when it is not the usual one. */
  readonly hosts: readonly string[];
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, "");

/** True for addresses and names that never leave the machine. */
export const isLoopbackHost = (host: string): boolean => {
  const name = withoutPort(host.toLowerCase());
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
};

const originHost = (origin: string): string | undefined => {
  const match = /^https?:\/\/([^/]+)$/i.exec(origin);
  return match?.[1]?.toLowerCase();
};

/**
 * Refuses pages of other sites. On a loopback address the Host header must be one of ours too: otherwise a foreign
 * name that suddenly resolves to 127.0.0.1 would count as the same site (DNS rebinding).
 */
export const checkCaller = (headers: CallerHeaders, rules: HostRules): HttpErrorCode | undefined => {
  const host = headers.host?.toLowerCase();
  const ours = rules.hosts.map((name) => name.toLowerCase());
  const isOurs = (name: string): boolean => ours.includes(name) || ours.includes(withoutPort(name));
  if (rules.loopback && (host === undefined || !(isLoopbackHost(host) || isOurs(host)))) return "HOST_REFUSED";
  if (headers.origin === undefined) return undefined;
  const from = originHost(headers.origin);
  if (from === undefined) return "ORIGIN_REFUSED";
  if (from === host || from === headers.forwardedHost?.toLowerCase() || isOurs(from)) return undefined;
  return "ORIGIN_REFUSED";
};
