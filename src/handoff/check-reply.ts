import type { CheckReply } from "./decide-desk.ts";

/** Ends of Korean addresses; "요.입니다" without a space is a sentence, not an address. */
const HANGUL_ENDS = "한국|닷컴|닷넷|삼성";
const ADDRESS = new RegExp(
  `(?:[a-z][a-z0-9+.-]*://)?(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+|${HANGUL_ENDS})` +
    `(?=[/:?#\\s)\\]"'”’.,@]|$)`,
  "giu",
);

/** A blank of an approved reply. */
const UNFILLED = /〔[^〕]*〕|\{\{/;

/** Words that end like an address but are none. */
const NO_ADDRESS = /\.(?:jpg|jpeg|png|pdf|txt|doc|docx|hwp)$/i;

/** Refuses words with a link to a place that the pack does not name, and with a blank left; also when staff write them. */
export function createCheckReply(allowedHosts: ReadonlySet<string>): CheckReply {
  return (words) => {
    if (UNFILLED.test(words)) return "unfilled";
    const hosts = [...words.normalize("NFKC").matchAll(ADDRESS)].map(([address]) => hostOf(address));
    return hosts.every((host) => allowedHosts.has(host) || NO_ADDRESS.test(host)) ? undefined : "forbidden-link";
  };
}

const hostOf = (address: string): string => address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").toLowerCase();
