/** What Slack writes for a mention, a channel or an address: `<@U1>`, `<#C1|name>`, `<!here>`, `<https://a|b>`. */
const TOKEN = /<([^<>|]*)(?:\|([^<>]*))?>/g;

/** The text of a message as its writer sees it: Slack's tokens and its three entities turned back into words. */
export const plainWords = (text: string): string =>
  text
    .replace(TOKEN, (_, target: string, label: string | undefined) => wordsOfToken(target, label))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

function wordsOfToken(target: string, label: string | undefined): string {
  if (target.startsWith("@")) return `@${label ?? target.slice(1)}`;
  if (target.startsWith("#")) return `#${label ?? target.slice(1)}`;
  if (target.startsWith("!")) return label ?? `@${target.slice(1).split("^", 1)[0]}`;
  const address = target.replace(/^(?:mailto|tel):/, "");
  return label === undefined || label === address ? address : `${label} (${address})`;
}
