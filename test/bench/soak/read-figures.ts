import type { TURN_STEPS } from "../../../src/ports/meter.ts";

/** What the soak looks at, from the page of metrics. */
export interface SoakFigures {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly oldestSeconds: number;
  readonly waiting: number;
  readonly turns: number;
  readonly cpuSeconds: number;
  /** Mean milliseconds of each part of a turn, since the start. */
  readonly partMs: Readonly<Record<(typeof TURN_STEPS)[number], number>>;
}

export async function readSoakFigures(address: string): Promise<SoakFigures> {
  const page = await (await fetch(`${address}/metrics`)).text();
  const sum = (name: string): number =>
    page
      .split("\n")
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(" "))), 0);
  const value = (series: string): number =>
    Number(
      page
        .split("\n")
        .find((line) => line.startsWith(series))
        ?.split(" ")
        .at(-1),
    );
  const mean = (step: string): number =>
    (value(`ansim_turn_seconds_sum{step="${step}"}`) / value(`ansim_turn_seconds_count{step="${step}"}`)) * 1_000;
  return {
    rssMb: sum("process_resident_memory_bytes") / 1e6,
    heapMb: sum("nodejs_heap_size_used_bytes") / 1e6,
    oldestSeconds: sum("ansim_oldest_arrival_seconds"),
    waiting: sum("ansim_arrivals_waiting"),
    turns: sum("ansim_turns_total"),
    cpuSeconds: sum("process_cpu_seconds_total"),
    partMs: { understand: mean("understand"), decide: mean("decide"), commit: mean("commit") },
  };
}

/** Slope of the least-squares line, in units of y for each unit of x. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const across = points.reduce((total, point) => total + (point.x - x) * (point.y - y), 0);
  return across / points.reduce((total, point) => total + (point.x - x) ** 2, 0);
}
