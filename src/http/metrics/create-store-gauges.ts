import { Gauge, type Registry } from "prom-client";
import { DELIVERY_TARGETS, type StoreFigures, UNSENT_STATES } from "../../ports/figures.ts";

/** What the store said last about what waits. */
export interface StoreGauges {
  set(figures: StoreFigures): void;
  /** Whether the store answered just now, and how old what it said last is. */
  up(answered: boolean, ageSeconds: number): void;
}

const STATUSES = ["queued", "claimed"] as const;

/** Gauges of the whole store, the same at every process on it; and which content this process speaks. */
export function createStoreGauges(register: Registry, contentHash: string): StoreGauges {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [register] });
  const up = gauge("ansim_store_up", "1 when the store answered this request in time, 0 otherwise.");
  const age = gauge("ansim_figures_age_seconds", "How old the figures of the store on this page are.");
  const arrivals = gauge("ansim_arrivals_waiting", "Arrivals that no turn has handled yet.");
  const oldestArrival = gauge("ansim_oldest_arrival_seconds", "How long the oldest of them has waited.");
  const deliveries = gauge("ansim_deliveries", "Departures that have not arrived, by state.", ["target", "state"]);
  const oldestDelivery = gauge("ansim_oldest_delivery_seconds", "How long the oldest new departure has waited.");
  const cases = gauge("ansim_cases_open", "Open cases by status.", ["status"]);
  const oldestCase = gauge("ansim_oldest_case_seconds", "Age of the oldest open case by status.", ["status"]);
  gauge("ansim_build_info", "1; the label names the content in force.", ["content"]).set({ content: contentHash }, 1);
  up.set(0);
  return {
    up: (answered, ageSeconds) => {
      up.set(answered ? 1 : 0);
      age.set(ageSeconds);
    },
    set: (figures) => {
      arrivals.set(figures.arrivals.count);
      oldestArrival.set(figures.arrivals.oldestSeconds);
      oldestDelivery.set(figures.oldestDeliverySeconds);
      for (const target of DELIVERY_TARGETS) {
        for (const state of UNSENT_STATES) {
          const found = figures.deliveries.find((one) => one.target === target && one.state === state);
          deliveries.set({ target, state }, found?.count ?? 0);
        }
      }
      for (const status of STATUSES) {
        const found = figures.cases.find((one) => one.status === status);
        cases.set({ status }, found?.count ?? 0);
        oldestCase.set({ status }, found?.oldestSeconds ?? 0);
      }
    },
  };
}
