import Gauge from "prom-client/lib/gauge.js";
import type Registry from "prom-client/lib/registry.js";
import { type StoreFigures, UNSENT_STATES } from "../../ports/figures.ts";
import { WAYS, wayOf } from "../../ports/meter.ts";

/** What the store said last about what waits. */
export interface StoreGauges {
  /** `held`: ids of channels on which words wait for the customer's next message, which is nobody's fault. */
  set(figures: StoreFigures, held: ReadonlySet<string>): void;
  /** Whether the store answered just now, and how old what it said last is. */
  up(answered: boolean, ageSeconds: number): void;
  /** 0 while staff can be reached. */
  deskStopped(seconds: number): void;
}

const STATUSES = ["queued", "claimed", "escalated"] as const;

/** Gauges of the whole store, the same at every process on it; and which content this process speaks. */
export function createStoreGauges(register: Registry, contentHash: string): StoreGauges {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [register] });
  const up = gauge("ansim_store_up", "1 when the store answered this request in time, 0 otherwise.");
  const age = gauge("ansim_figures_age_seconds", "How old the figures of the store on this page are.");
  const arrivals = gauge("ansim_arrivals_waiting", "Arrivals that no turn has handled yet.");
  const oldestArrival = gauge("ansim_oldest_arrival_seconds", "How long the oldest of them has waited.");
  const deliveries = gauge("ansim_deliveries", "Departures that have not arrived, by state.", ["to", "state"]);
  const oldestDelivery = gauge("ansim_oldest_delivery_seconds", "How long the oldest has waited to be sent.", ["to"]);
  const cases = gauge("ansim_cases_open", "Open cases by status.", ["status"]);
  const oldestCase = gauge("ansim_oldest_case_seconds", "Age of the oldest open case by status.", ["status"]);
  gauge("ansim_build_info", "1; the label names the content in force.", ["content"]).set({ content: contentHash }, 1);
  up.set(0);
  const setDeliveries = (figures: StoreFigures, held: ReadonlySet<string>): void => {
    for (const to of WAYS) {
      for (const state of [...UNSENT_STATES, "held"]) deliveries.set({ to, state }, 0);
      oldestDelivery.set({ to }, 0);
    }
    for (const { to: id, state: stored, count, oldestSeconds } of figures.deliveries) {
      const to = wayOf(id);
      const state = stored === "new" && held.has(id) ? "held" : stored;
      deliveries.inc({ to, state }, count);
      if (state === "new") oldestDelivery.set({ to }, oldestSeconds);
    }
  };
  const stopped = gauge(
    "ansim_desk_stopped_seconds",
    "How long nothing could be posted to the desk; 0 when it can be.",
  );
  stopped.set(0);
  return {
    deskStopped: (seconds) => stopped.set(seconds),
    up: (answered, ageSeconds) => {
      up.set(answered ? 1 : 0);
      age.set(ageSeconds);
    },
    set: (figures, held) => {
      arrivals.set(figures.arrivals.count);
      oldestArrival.set(figures.arrivals.oldestSeconds);
      setDeliveries(figures, held);
      for (const status of STATUSES) {
        const found = figures.cases.find((one) => one.status === status);
        cases.set({ status }, found?.count ?? 0);
        oldestCase.set({ status }, found?.oldestSeconds ?? 0);
      }
    },
  };
}
