import type { Meter } from "../../src/ports/meter.ts";

/** Keeps what is counted and measured for the test to look at, each as `name value value`. */
export const createKeptMeter = (): Meter & {
  readonly counted: readonly string[];
  readonly observed: readonly string[];
} => {
  const counted: string[] = [];
  const observed: string[] = [];
  return {
    counted,
    observed,
    count: (name, labels) => counted.push([name, ...Object.values(labels)].join(" ")),
    observe: (name, labels) => observed.push([name, ...Object.values(labels)].join(" ")),
  };
};
