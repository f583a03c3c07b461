import { costsOf, type Line, type Result, rounded } from "./compare.ts";
import { accuracy, actedAtPrecision, atSameShare, bandsOf, eceOf, scopeAuroc, standardError } from "./judge.ts";
import { OUTSIDE } from "./text-engine.ts";

/** What is right of what is acted upon, for "how much can be acted upon?". */
const WANTED_RIGHT = 0.9;

/** One line for each engine; the first is ours. */
export function ownIntentsLines(about: Line, results: readonly Result[]): readonly Line[] {
  const [own] = results;
  if (own === undefined) return [];
  return results.map((result) => ({
    part: "own intents",
    ...about,
    ...qualityOf(result),
    ...atOwnShare(result, own),
    ...(result === own ? {} : { ownToPeer: ratios(own, result) }),
    ...costsOf(result, own),
  }));
}

function qualityOf({ engine, judged }: Result): Line {
  const inScope = judged.filter(({ intent }) => intent !== OUTSIDE).length;
  const { kept, refused, actedOn, right } = bandsOf(judged);
  const top1 = accuracy(judged, 1);
  return {
    inScope,
    outOfScope: judged.length - inScope,
    engine,
    top1: rounded(top1),
    noise: rounded(standardError(top1, inScope)),
    top3: rounded(accuracy(judged, 3)),
    kept: rounded(kept),
    refused: rounded(refused),
    actedOn: rounded(actedOn),
    right: rounded(right),
    actedOnWith90Right: rounded(actedAtPrecision(judged, WANTED_RIGHT)),
    calibrationError: rounded(eceOf(judged)),
    scopeAuroc: rounded(scopeAuroc(judged)),
  };
}

/** Engines act on different shares; this is each at ours, over all messages. */
function atOwnShare({ judged }: Result, own: Result): Line {
  const share = bandsOf(own.judged).point.kept;
  const right = atSameShare(judged, share);
  const told = right === undefined ? "never acts on so much" : rounded(right);
  return { rightWhenActingOn: { share: rounded(share), right: told } };
}

function ratios({ judged: own }: Result, { judged: peer }: Result): Line {
  const share = bandsOf(own).point.kept;
  const wrong = (of: typeof own): number => 1 - (atSameShare(of, share) ?? 0);
  return {
    top1: rounded(accuracy(own, 1) / accuracy(peer, 1)),
    top3: rounded(accuracy(own, 3) / accuracy(peer, 3)),
    errors: rounded((1 - accuracy(own, 1)) / (1 - accuracy(peer, 1))),
    wrongOfActedOn: rounded(wrong(own) / wrong(peer)),
  };
}
