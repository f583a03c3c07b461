import type { Language } from "../core/language.ts";
import type { Thresholds } from "./calibrate.ts";
import type { TrainedModel } from "./classifier.ts";
import type { Quality } from "./quality.ts";
import { SparseClassifier } from "./sparse-classifier.ts";
import { BLOCKS } from "./tokens.ts";

/** First part of a model file; the numbers follow as float32. */
interface Header {
  readonly language: Language;
  readonly labels: readonly string[];
  readonly gateLabels: readonly string[];
  readonly temperature: number;
  readonly unseen: number;
  readonly thresholds: Thresholds;
  readonly quality: Quality;
  readonly exact: readonly (readonly [string, string])[];
  readonly tokens: readonly string[];
  /** How many numbers each part has. */
  readonly sizes: readonly number[];
}

/** The model as bytes: length of the header, header, rarities, weights of the intents, weights of the gate. */
export function saveModel({ classifier, thresholds, quality, exact }: TrainedModel): Buffer {
  const { learner, space, language } = classifier;
  const parts = [space.rarity, learner.intents.weights, learner.gate.weights];
  const header: Header = {
    language,
    labels: learner.intents.labels,
    gateLabels: learner.gate.labels,
    temperature: learner.temperature,
    unseen: space.unseen,
    thresholds,
    quality,
    exact: [...exact],
    tokens: [...space.ids.keys()],
    sizes: parts.map((numbers) => numbers.length),
  };
  const head = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([
    size,
    head,
    ...parts.map((numbers) => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)),
  ]);
}

/** Throws when the bytes are not a whole model. */
export function readModel(bytes: Buffer): TrainedModel {
  const length = bytes.readUInt32LE(0);
  const header: Header = JSON.parse(bytes.toString("utf8", 4, 4 + length));
  const { sizes } = header;
  const wanted = 4 + length + 4 * sizes.reduce((sum, size) => sum + size, 0);
  if (bytes.length !== wanted) throw new RangeError(`A model of ${wanted} bytes was expected, not ${bytes.length}.`);
  let at = 4 + length;
  const [rarity, intents, gate] = sizes.map((size) => {
    const part = new Float32Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * size));
    at += 4 * size;
    return part;
  });
  const classifier = new SparseClassifier(header.language, 0);
  classifier.space = {
    blocks: BLOCKS[header.language],
    ids: new Map(header.tokens.map((token, id) => [token, id])),
    rarity: rarity ?? new Float32Array(0),
    unseen: header.unseen,
  };
  classifier.learner.temperature = header.temperature;
  classifier.learner.intents.restore(header.labels, intents ?? new Float32Array(0));
  classifier.learner.gate.restore(header.gateLabels, gate ?? new Float32Array(0));
  return { classifier, thresholds: header.thresholds, quality: header.quality, exact: new Map(header.exact) };
}
