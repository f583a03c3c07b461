import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface TopFunction {
  readonly percent: number;
  readonly name: string;
  readonly at: string;
}

/** Functions in which a profiled process spent most of its own time, idle left out. */
export function topFunctions(folder: string, count: number): readonly TopFunction[] {
  const file = readdirSync(folder).find((name) => name.endsWith(".cpuprofile"));
  if (file === undefined) return [];
  const profile: Profile = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === "(idle)" || frame.functionName === "(program)") continue;
    const at = frame.url.replace(/^file:\/\//, "").replace(/^.*\/(?=(node_modules|dist)\/)/, "");
    const key = `${frame.functionName || "(anonymous)"}\n${at}:${frame.lineNumber + 1}`;
    spent.set(key, (spent.get(key) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  const whole = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([key, time]) => {
      const [name = "", at = ""] = key.split("\n");
      return { percent: Math.round((1_000 * time) / whole) / 10, name, at };
    });
}
