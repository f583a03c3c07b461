import { normalise } from "../../../src/understanding/index.ts";
import { decodeKeyboard } from "../../../src/understanding/keyboard.ts";
import { seededRandom } from "../../../src/understanding/seeded-random.ts";
import { type Line, rounded } from "./compare.ts";
import { typedInEnglish } from "./english-layout.ts";
import { shuffled } from "./folds.ts";
import { withJamoErrors, withoutSpaces } from "./jamo-noise.ts";
import type { Row } from "./judge.ts";
import { OUTSIDE, type TextEngine, type TextModel } from "./text-engine.ts";

/** Rows that are judged of each model, drawn by seed. */
const ROWS = 600;
/** The engine of ours and the best peer; the others lose more. */
const ENGINES = 2;

export type IsEnglish = (word: string) => boolean;

type Harm = (text: string, random: () => number) => string;

const HARMS: Readonly<Record<string, Harm>> = {
  none: (text) => text,
  "one jamo wrong in one syllable of eight": withJamoErrors,
  "no spaces": withoutSpaces,
  "keyboard switched to English": typedInEnglish,
};

/** How many are still understood when typed badly, summed up over the models that it is shown. */
export class Robustness {
  readonly #isEnglish: IsEnglish;
  readonly #right = new Map<string, Map<string, number>>();
  #rows = 0;

  constructor(isEnglish: IsEnglish) {
    this.#isEnglish = isEnglish;
  }

  /** The first model is ours and stands behind the program's reader of keyboard layouts, as it does in use. */
  async measure(
    engines: readonly TextEngine[],
    models: readonly TextModel[],
    test: readonly Row[],
    seed: number,
  ): Promise<void> {
    const inside = test.filter(({ intent }) => intent !== OUTSIDE);
    const rows = shuffled(inside, seed).slice(0, ROWS);
    this.#rows += rows.length;
    for (const [harm, apply] of Object.entries(HARMS)) {
      const random = seededRandom(seed);
      for (const { text, intent } of rows) {
        const typed = apply(text, random);
        for (const [e, model] of models.slice(0, ENGINES).entries()) {
          const { ranked } = await model.hear(e === 0 ? this.#decoded(typed) : typed);
          if (ranked[0]?.intent === intent) this.#count(harm, engines[e]?.name ?? "");
        }
      }
    }
  }

  #decoded(typed: string): string {
    return decodeKeyboard(normalise(typed), this.#isEnglish) ?? typed;
  }

  #count(harm: string, engine: string): void {
    const counts = this.#right.get(harm) ?? new Map<string, number>();
    this.#right.set(harm, counts.set(engine, (counts.get(engine) ?? 0) + 1));
  }

  lines(set: string): readonly Line[] {
    const share = (harm: string, engine: string) => (this.#right.get(harm)?.get(engine) ?? 0) / this.#rows;
    const engines = [...(this.#right.get("none")?.keys() ?? [])];
    const harms = this.#rows === 0 ? [] : Object.keys(HARMS).filter((harm) => harm !== "none");
    return harms.map((harm) => ({
      part: "robustness",
      set,
      harm,
      rows: this.#rows,
      drawn: "by seed; own stands behind the program's keyboard reader",
      engines: Object.fromEntries(
        engines.map((engine) => {
          const [clean, harmed] = [share("none", engine), share(harm, engine)];
          return [engine, { clean: rounded(clean), harmed: rounded(harmed), lost: rounded(clean - harmed) }];
        }),
      ),
      ownToPeer: ratio(share(harm, engines[0] ?? ""), share(harm, engines[1] ?? "")),
    }));
  }
}

const ratio = (own: number, peer: number): number | string =>
  peer === 0 ? "the peer has none right" : rounded(own / peer);
