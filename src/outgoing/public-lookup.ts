import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "./is-public-address.ts";

export type LookUpAll = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => void,
) => void;

/** Code of the error for a name that leads to an address which is not public. */
export const NOT_PUBLIC = "ADDRESS_NOT_PUBLIC";

const systemLookUpAll: LookUpAll = (hostname, done) =>
  systemLookup(hostname, { all: true }, (error, found) => done(error, found ?? []));

const refusal = (): NodeJS.ErrnoException =>
  Object.assign(new Error("the name leads to an address that is not public"), { code: NOT_PUBLIC });

/**
 * Name resolution for connections. The connection goes to exactly the addresses that were checked here, so a name cannot
 * point elsewhere a moment later. One forbidden address refuses the name.
 */
export const publicLookup =
  (loopback: boolean, lookUpAll: LookUpAll = systemLookUpAll): LookupFunction =>
  (hostname, options, done) =>
    lookUpAll(hostname, (error, found) => {
      const allowed = ({ address }: LookupAddress) =>
        isPublicAddress(address) || (loopback && isLoopbackAddress(address));
      const first = found[0];
      if (error !== null) return done(error, "");
      if (first === undefined || !found.every(allowed)) return done(refusal(), "");
      return options.all === true ? done(null, [...found]) : done(null, first.address, first.family);
    });
