import { createRequire } from "node:module";
import { join } from "node:path";
import { installed, versionIn } from "../setup/installed.ts";

const PEERS = "test/bench/peers";

export interface Peer {
  readonly module: unknown;
  readonly version: string;
}

/** A library that is measured against. All peers are installed when one is missing or of another version. */
export function loadPeer(name: string): Peer {
  const folder = installed(PEERS);
  return { module: createRequire(join(folder, "package.json"))(name), version: versionIn(folder, name) ?? "" };
}
