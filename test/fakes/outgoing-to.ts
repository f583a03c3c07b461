import { allowedUrl } from "../../src/outgoing/allowed-url.ts";
import { createOutgoing } from "../../src/outgoing/create-outgoing.ts";

/** Calls that are allowed by their rules go, by the real client, to a server on this machine in place of their host. */
export const outgoingTo =
  (server: string): typeof createOutgoing =>
  (rules) => {
    const call = createOutgoing({ ...rules, loopback: true });
    return async (wanted) => {
      const url = allowedUrl(wanted.url, rules);
      if (url.kind === "forbidden") return { kind: "not-sent", why: url.why };
      return call({ ...wanted, url: `${server}${new URL(wanted.url).pathname}` });
    };
  };
