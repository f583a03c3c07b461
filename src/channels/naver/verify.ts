import { BlockList, isIP } from "node:net";
import type { WebRequest } from "../../ports/web.ts";
import { isSameSecret } from "../../privacy/is-same-secret.ts";

/** Where Naver calls from: addresses and ranges separated by commas, or `any`. */
export type Sources = (address: string) => boolean;

export function readSources(list: string): Sources {
  if (list === "any") return () => true;
  const ranges = new BlockList();
  for (const range of list.split(",")) {
    const [address = "", bits] = range.trim().split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) ranges.addAddress(address, family);
    else ranges.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && ranges.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

export type NaverCaller = "naver" | "stranger" | "elsewhere";

/** Naver signs nothing: who knows the secret in the path and calls from one of its addresses is Naver. */
export function callerOf(
  { params, from }: Pick<WebRequest, "params" | "from">,
  secret: string,
  sources: Sources,
): NaverCaller {
  if (!isSameSecret(params.secret ?? "", secret)) return "stranger";
  return sources(from) ? "naver" : "elsewhere";
}
