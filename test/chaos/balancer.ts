import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Door } from "./customer.ts";
import type { Fleet } from "./fleet.ts";
import { call, isTaken } from "./http-calls.ts";

/** Chooses a server for each call, as a load balancer does that looks after its servers. */
export interface Balancer {
  readonly door: Door;
  stop(): Promise<void>;
}

const EVERY_MS = 250;
const IN_TIME_MS = 1_000;

/** A server that does not answer `/healthz` in time gets no calls until it does; what it was given before is the caller's to repeat. */
export function startBalancer(fleet: Fleet, random: () => number): Balancer {
  const silent = new Set<string>();
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const watch = async (): Promise<void> => {
    const checked = new Map<string, Promise<void>>();
    while (!ending.signal.aborted) {
      for (const address of fleet.addresses()) {
        if (checked.has(address)) continue;
        const check = async (): Promise<void> => {
          const reply = await call({ method: "GET", url: `${address}/healthz`, patienceMs: IN_TIME_MS });
          if (isTaken(reply)) silent.delete(address);
          else silent.add(address);
          checked.delete(address);
        };
        checked.set(address, check());
      }
      await pause(EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    await Promise.all(checked.values());
  };
  const watching = watch();
  return {
    door: () => {
      const serving = fleet.addresses();
      const heard = serving.filter((address) => !silent.has(address));
      const from = heard.length > 0 ? heard : serving;
      return from[Math.floor(random() * from.length)] ?? "http://127.0.0.1:9";
    },
    stop: async () => {
      ending.abort();
      await watching;
    },
  };
}
