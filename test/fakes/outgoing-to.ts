import { createOutgoing } from "../../src/outgoing/create-outgoing.ts";

/** Calls that are allowed by their rules go, by the real client, to a server on this machine in place of their host. */
export const outgoingTo =
  (server: string): typeof createOutgoing =>
  (rules) => {
    const call = createOutgoing({ ...rules, loopback: true });
    return async (wanted) => {
      const { protocol, hostname, pathname } = new URL(wanted.url);
      if (protocol !== "https:" || !rules.hosts.includes(hostname))
        return { kind: "not-sent", why: "host not allowed" };
      return call({ ...wanted, url: `${server}${pathname}` });
    };
  };
