import type { SparseVector } from "./linear-model.ts";
import type { Block } from "./tokens.ts";

/** Known tokens with their rarity; turns tokens into vectors of norm 1 or less. */
export interface VectorSpace {
  readonly blocks: readonly Block[];
  readonly ids: ReadonlyMap<string, number>;
  /** Inverse document frequency by id. */
  readonly rarity: Float32Array;
  /** Rarity of a token that was never seen. */
  readonly unseen: number;
}

/** From so many documents on, tokens of a single one carry nothing over to other texts. With few examples they do. */
const MANY_DOCUMENTS = 2_500;

/** Learns tokens and their rarity from documents. */
export function fitSpace(documents: readonly (readonly string[])[], blocks: readonly Block[]): VectorSpace {
  const frequency = new Map<string, number>();
  for (const document of documents) {
    for (const token of new Set(document)) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  }
  const least = documents.length < MANY_DOCUMENTS ? 1 : 2;
  const ids = new Map<string, number>();
  const rarity: number[] = [];
  const idf = (count: number) => Math.log((1 + documents.length) / (1 + count)) + 1;
  for (const [token, count] of frequency) {
    if (count < least) continue;
    ids.set(token, ids.size);
    rarity.push(idf(count));
  }
  return { blocks, ids, rarity: Float32Array.from(rarity), unseen: idf(0) };
}

/** A token of a text, and how often it stands there. */
export interface Counted {
  readonly sign: string;
  /** Undefined for a token that was never seen. */
  readonly id: number | undefined;
  count: number;
}

export const toVector = (tokens: readonly string[], space: VectorSpace): SparseVector =>
  vectorOf(countedOf(tokens, space.ids), space);

/** Each token once, in the order of its first place. */
export function countedOf(tokens: readonly string[], ids: VectorSpace["ids"]): Counted[] {
  const all: Counted[] = [];
  const seen = new Map<string, Counted>();
  for (const token of tokens) {
    const counted = seen.get(token);
    if (counted !== undefined) {
      counted.count += 1;
      continue;
    }
    const first = { sign: token.charAt(0), id: ids.get(token), count: 1 };
    seen.set(token, first);
    all.push(first);
  }
  return all;
}

/** More than any text has tokens. */
const PLACES = 2 ** 20;

/** Unseen tokens lengthen the norm, so that unfamiliar text gets a short vector and little confidence. */
export function vectorOf(counted: readonly Counted[], space: VectorSpace): SparseVector {
  const squares: Record<string, number> = {};
  const weights = new Float64Array(counted.length);
  const known: number[] = [];
  counted.forEach(({ sign, id, count }, at) => {
    const weight = (1 + Math.log(count)) * (id === undefined ? space.unseen : (space.rarity[id] ?? 0));
    squares[sign] = (squares[sign] ?? 0) + weight * weight;
    weights[at] = weight;
    if (id !== undefined) known.push(id * PLACES + at);
  });
  const total =
    Math.sqrt(space.blocks.reduce((sum, { sign, weight }) => sum + (sign in squares ? weight ** 2 : 0), 0)) || 1;
  const scale: Record<string, number> = {};
  for (const { sign, weight } of space.blocks) scale[sign] = weight / total / Math.sqrt(squares[sign] || 1);
  // Plain numbers sort several times faster than objects.
  const order = Float64Array.from(known).sort();
  const ids = new Int32Array(order.length);
  const values = new Float32Array(order.length);
  order.forEach((key, n) => {
    const at = key % PLACES;
    ids[n] = (key - at) / PLACES;
    values[n] = (weights[at] ?? 0) * (scale[counted[at]?.sign ?? ""] ?? 0);
  });
  return { ids, values };
}
