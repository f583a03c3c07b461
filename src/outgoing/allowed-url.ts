import { isIP } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "./is-public-address.ts";

/** Where calls may go. */
export interface AllowedHosts {
  /** Exact names, or `*.example.org` for every name under it (not `example.org` itself). */
  readonly hosts: readonly string[];
  /** For development only: http and https to this machine's own addresses, whatever `hosts` says. */
  readonly loopback?: boolean;
}

export type AllowedUrl =
  | { readonly kind: "allowed"; readonly origin: string; readonly path: string }
  | { readonly kind: "forbidden"; readonly why: string };

const forbidden = (why: string): AllowedUrl => ({ kind: "forbidden", why });

const isListed = (name: string, hosts: readonly string[]): boolean =>
  hosts.some((host) =>
    host.startsWith("*.") ? name.endsWith(host.slice(1).toLowerCase()) : name === host.toLowerCase(),
  );

const isLoopbackName = (name: string): boolean => name === "localhost" || isLoopbackAddress(name);

/** Checks everything that can be seen before the name is resolved; the reasons never quote the address. */
export const allowedUrl = (text: string, { hosts, loopback = false }: AllowedHosts): AllowedUrl => {
  if (!URL.canParse(text)) return forbidden("not an address");
  const url = new URL(text);
  const name = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const inside = loopback && isLoopbackName(name);
  if (url.protocol !== "https:" && !(inside && url.protocol === "http:")) return forbidden("not https");
  if (url.username !== "" || url.password !== "") return forbidden("credentials in the address");
  if (!inside && !isListed(name, hosts)) return forbidden("host not allowed");
  if (!inside && isIP(name) !== 0 && !isPublicAddress(name)) return forbidden("address not public");
  return { kind: "allowed", origin: url.origin, path: `${url.pathname}${url.search}` };
};
