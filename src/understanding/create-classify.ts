import { type Intent, isIntent } from "../core/intent.ts";
import type { Localized } from "../core/language.ts";
import type { RankedIntent, Segment } from "../core/understanding.ts";
import type { Classifier } from "./classifier.ts";
import type { ClassifyText } from "./divide-message.ts";
import { isInDanger, onlySendsFile, soundsUrgent } from "./is-in-danger.ts";
import type { NamesOtherIncident } from "./names-other-incident.ts";
import { toKey } from "./normalise.ts";
import { namesConcept } from "./read-concepts.ts";
import { tellsOfVictims } from "./tells-of-victims.ts";

/** Classifies parts of one message, each part once. */
export const createClassify = (
  model: Classifier,
  byLabel: ReadonlyMap<string, Intent>,
  namesOtherIncident: NamesOtherIncident,
): ClassifyText => memoised((part) => toSegment(part, model, { byLabel, namesOtherIncident }));

interface Rules {
  readonly byLabel: ReadonlyMap<string, Intent>;
  readonly namesOtherIncident: NamesOtherIncident;
}

/** Of a named company or year: sure, but what else the message asks is still looked for. */
const NAMED = 0.95;

/** A person in danger is heard at half the confidence that other matters need. */
const ENOUGH_FOR_DISTRESS = 0.35;

function toSegment(text: string, model: Classifier, { byLabel, namesOtherIncident }: Rules): Segment {
  const { intent, confidence, band, alternatives } = model.classify(text);
  const ranked = alternatives.flatMap((entry) => (isIntent(entry.intent) ? [{ ...entry, intent: entry.intent }] : []));
  const best: Intent = isIntent(intent) ? intent : "out_of_scope";
  const besides = (chosen: Intent) => ({ text, alternatives: ranked.filter((entry) => entry.intent !== chosen) });
  if (isInDanger(text)) return { ...besides("distress"), intent: "distress", confidence: 1, band: "sure" };
  const labelled = byLabel.get(toKey(text));
  if (labelled !== undefined) return { ...besides(labelled), intent: labelled, confidence: 1, band: "sure" };
  if (confidence < 1 && namesOtherIncident(text)) {
    return { ...besides("other_incident"), intent: "other_incident", confidence: NAMED, band: "sure" };
  }
  if (confidence < 1 && best !== "incident_overview" && tellsOfVictims(text)) {
    return { ...besides("incident_overview"), intent: "incident_overview", confidence: NAMED, band: "sure" };
  }
  if (best === "distress" && confidence < 1 && onlySendsFile(text)) {
    const others = ranked.filter((entry) => entry.intent !== "distress");
    return { text, intent: "out_of_scope", confidence, band: "rejected", alternatives: others };
  }
  if (best === "distress") {
    const heard = confidence === 1 || (confidence >= ENOUGH_FOR_DISTRESS && soundsUrgent(text));
    return { ...besides(best), intent: best, confidence, band: heard ? "sure" : "unsure" };
  }
  const [likely] = ranked;
  if (best === "out_of_scope" && likely !== undefined && isBareTopic(text)) {
    return { text, ...likely, band: "unsure", alternatives: ranked.slice(1) };
  }
  if (best !== "out_of_scope") return { ...besides(best), intent: best, confidence, band };
  return { text, intent: best, confidence, band: "rejected", alternatives: ranked.filter(isCredible(text)) };
}

/** Of what is no matter of ours, danger is only thought where the words themselves sound of it. */
const isCredible =
  (text: string) =>
  ({ intent }: RankedIntent): boolean =>
    intent !== "out_of_scope" && (intent !== "distress" || soundsUrgent(text));

/** A single word of our matters ("환불") is too short to judge, and is asked about rather than refused. */
const isBareTopic = (text: string): boolean => toKey(text).length <= 6 && namesConcept(text);

/** Intents by the key of their buttons' texts. */
export function labelIndex(labels: Readonly<Partial<Record<Intent, Localized>>>): ReadonlyMap<string, Intent> {
  const index = new Map<string, Intent>();
  for (const [intent, label] of Object.entries(labels)) {
    if (!isIntent(intent)) continue;
    index.set(toKey(label.ko), intent);
    index.set(toKey(label.en), intent);
  }
  return index;
}

function memoised(classify: ClassifyText): ClassifyText {
  const known = new Map<string, Segment>();
  return (text) => {
    const segment = known.get(text) ?? classify(text);
    known.set(text, segment);
    return segment;
  };
}
