import type { Language } from "../core/language.ts";
import type { Thresholds } from "./calibrate.ts";
import type { TrainedModel } from "./classifier.ts";
import type { Calibration } from "./gated-learner.ts";
import type { Quality } from "./quality.ts";
import { SparseClassifier } from "./sparse-classifier.ts";
import { BLOCKS } from "./tokens.ts";

/** First part of a model file; scales follow as float32, then weights as eight-bit integers. */
interface Header {
  readonly language: Language;
  readonly labels: readonly string[];
  readonly gateLabels: readonly string[];
  readonly calibration: Calibration;
  readonly unseen: number;
  readonly thresholds: Thresholds;
  readonly quality: Quality;
  readonly exact: readonly (readonly [string, string])[];
  readonly tokens: readonly string[];
  /** Rows of the intents' weights and of the gate's. */
  readonly rows: readonly [intents: number, gate: number];
}

/** The model as bytes: length of the header, header, rarities, then scales and weights of the intents and of the gate. */
export function saveModel({ classifier, thresholds, quality, exact }: TrainedModel): Buffer {
  const { learner, space, language } = classifier;
  const header: Header = {
    language,
    labels: learner.intents.labels,
    gateLabels: learner.gate.labels,
    calibration: learner.calibration,
    unseen: space.unseen,
    thresholds,
    quality,
    exact: [...exact],
    tokens: [...space.ids.keys()],
    rows: [learner.intents.scales.length, learner.gate.scales.length],
  };
  const head = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const numbers = [
    space.rarity,
    learner.intents.scales,
    learner.gate.scales,
    learner.intents.weights,
    learner.gate.weights,
  ];
  return Buffer.concat([
    size,
    head,
    ...numbers.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  ]);
}

/** Throws when the bytes are not a whole model. */
export function readModel(bytes: Buffer): TrainedModel {
  const length = bytes.readUInt32LE(0);
  const header: Header = JSON.parse(bytes.toString("utf8", 4, 4 + length));
  const take = reader(bytes, 4 + length);
  const floats = (count: number) => new Float32Array(take(4 * count));
  const rarity = floats(header.tokens.length);
  const scales = header.rows.map(floats);
  const [intents, gate] = [header.labels, header.gateLabels].map((labels, at) => ({
    labels,
    scales: scales[at] ?? new Float32Array(0),
    weights: new Int8Array(take(labels.length * (header.rows[at] ?? 0))),
  }));
  take.end();
  const classifier = new SparseClassifier(header.language, 0);
  classifier.space = {
    blocks: BLOCKS[header.language],
    ids: new Map(header.tokens.map((token, id) => [token, id])),
    rarity,
    unseen: header.unseen,
  };
  classifier.learner.calibration = header.calibration;
  if (intents !== undefined) classifier.learner.intents = intents;
  if (gate !== undefined) classifier.learner.gate = gate;
  return { classifier, thresholds: header.thresholds, quality: header.quality, exact: new Map(header.exact) };
}

/** Takes copies of the bytes piece by piece; throws when there are too few, or some left over. */
function reader(bytes: Buffer, start: number): { (count: number): ArrayBuffer; end(): void } {
  let at = start;
  const take = (count: number): ArrayBuffer => {
    if (at + count > bytes.length) throw new RangeError("The model was cut short.");
    const part = new Uint8Array(bytes.subarray(at, at + count));
    at += count;
    return part.buffer;
  };
  const end = () => {
    if (at !== bytes.length) throw new RangeError(`${bytes.length - at} bytes too many for a model.`);
  };
  return Object.assign(take, { end });
}
