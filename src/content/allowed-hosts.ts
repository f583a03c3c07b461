import type { Pack } from "./content.ts";

/** Hosts that customers may be sent to: those of the pack's sources and official sites. */
export function allowedHosts({ sources, facts }: Pack): ReadonlySet<string> {
  const ofSources = [...sources.values()].map(({ url }) => new URL(url).host);
  const ofSites = [...facts.values()].flatMap(({ unit, value }) =>
    unit === "site" ? [new URL(`https://${String(value).replace(/^https?:\/\//, "")}`).host] : [],
  );
  return new Set([...ofSources, ...ofSites]);
}
