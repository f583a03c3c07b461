import type { Language } from "../../../src/core/language.ts";
import type { Sample } from "../../../src/understanding/index.ts";
import type { Result } from "./compare.ts";
import { type Judged, judgeAll, type Row } from "./judge.ts";
import type { TextEngine, TextModel } from "./text-engine.ts";

export interface Round {
  readonly language: Language;
  readonly taught: readonly Sample[];
  /** Taught to the first engine besides: it alone can use them. */
  readonly more?: readonly Sample[];
  readonly test: readonly Row[];
}

/** Results of several engines over rounds (folds, or draws) in which all are taught and tested alike. */
export class Rounds {
  readonly #engines: readonly TextEngine[];
  readonly #sums: readonly { judged: Judged[]; seconds: number; bytes: number }[];
  count = 0;

  constructor(engines: readonly TextEngine[]) {
    this.#engines = engines;
    this.#sums = engines.map(() => ({ judged: [], seconds: 0, bytes: 0 }));
  }

  /** Returns the models of this round. */
  async add({ language, taught, more = [], test }: Round): Promise<readonly TextModel[]> {
    const models: TextModel[] = [];
    for (const [e, engine] of this.#engines.entries()) {
      const start = process.cpuUsage();
      models.push(await engine.learn(e === 0 ? [...taught, ...more] : taught, language));
      const { user, system } = process.cpuUsage(start);
      const sum = this.#sums[e];
      if (sum !== undefined) sum.seconds += (user + system) / 1e6;
    }
    const judged = await judgeAll(models, test);
    for (const [e, sum] of this.#sums.entries()) {
      sum.judged.push(...(judged[e] ?? []));
      sum.bytes = models[e]?.bytes() ?? 0;
    }
    this.count += 1;
    return models;
  }

  results(): readonly Result[] {
    return this.#sums.map(({ judged, seconds, bytes }, e) => ({
      engine: this.#engines[e]?.name ?? "",
      judged,
      trainSeconds: seconds / this.count,
      modelBytes: bytes,
    }));
  }
}
