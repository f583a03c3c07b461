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

/** Unseen tokens lengthen the norm, so that unfamiliar text gets a short vector and little confidence. */
export function toVector(tokens: readonly string[], space: VectorSpace): SparseVector {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const squares = new Map<string, number>();
  const known: { id: number; sign: string; value: number }[] = [];
  for (const [token, count] of counts) {
    const id = space.ids.get(token);
    const sign = token.slice(0, 1);
    const value = (1 + Math.log(count)) * (id === undefined ? space.unseen : (space.rarity[id] ?? 0));
    squares.set(sign, (squares.get(sign) ?? 0) + value * value);
    if (id !== undefined) known.push({ id, sign, value });
  }
  const total =
    Math.sqrt(space.blocks.reduce((sum, { sign, weight }) => sum + (squares.has(sign) ? weight ** 2 : 0), 0)) || 1;
  const scale = new Map(
    space.blocks.map(({ sign, weight }) => [sign, weight / total / Math.sqrt(squares.get(sign) || 1)] as const),
  );
  known.sort((a, b) => a.id - b.id);
  return {
    ids: Int32Array.from(known, (entry) => entry.id),
    values: Float32Array.from(known, (entry) => entry.value * (scale.get(entry.sign) ?? 0)),
  };
}
