/** What the soak looks at, from the page of metrics. */
export interface SoakFigures {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly oldestSeconds: number;
  readonly waiting: number;
  readonly turns: number;
}

export async function readSoakFigures(address: string): Promise<SoakFigures> {
  const page = await (await fetch(`${address}/metrics`)).text();
  const sum = (name: string): number =>
    page
      .split("\n")
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(" "))), 0);
  return {
    rssMb: sum("process_resident_memory_bytes") / 1e6,
    heapMb: sum("nodejs_heap_size_used_bytes") / 1e6,
    oldestSeconds: sum("ansim_oldest_arrival_seconds"),
    waiting: sum("ansim_arrivals_waiting"),
    turns: sum("ansim_turns_total"),
  };
}

/** Slope of the least-squares line, in units of y for each unit of x. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const across = points.reduce((total, point) => total + (point.x - x) * (point.y - y), 0);
  return across / points.reduce((total, point) => total + (point.x - x) ** 2, 0);
}
