import { loadContent } from "../../src/content/load-content.ts";
import { packVocabulary } from "../../src/pack-vocabulary.ts";
import { projectRoot } from "../../src/project-root.ts";

const pack = (await loadContent(projectRoot)).packs.get("kt-2025");
if (pack === undefined) throw new Error("there is no pack kt-2025");

/** The shipped pack's words. */
export const packWords = packVocabulary(pack);

/** A fact of it whose values are bands, by its name. */
export function bandsOf(fact: string) {
  const bands = packWords.facts[fact]?.bands;
  if (bands === undefined) throw new Error(`${fact} has no bands`);
  return bands;
}
