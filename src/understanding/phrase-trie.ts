/** Letters that lead to others; `ends` holds what is spelt when they stop here. */
interface Node<Item> {
  readonly next: Map<string, Node<Item>>;
  readonly ends: Item[];
}

/** Finds which of many wordings a text may hold, in one pass: case and spaces do not count. */
export type Candidates<Item> = (text: string) => ReadonlySet<Item>;

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, "");

export function createCandidates<Item>(
  wordings: readonly (readonly [wording: string, item: Item])[],
): Candidates<Item> {
  const root: Node<Item> = { next: new Map(), ends: [] };
  for (const [wording, item] of wordings) {
    let node = root;
    for (const letter of fold(wording).split("")) {
      const next = node.next.get(letter) ?? { next: new Map(), ends: [] };
      node.next.set(letter, next);
      node = next;
    }
    node.ends.push(item);
  }
  return (text) => {
    const found = new Set<Item>();
    const folded = fold(text);
    for (let start = 0; start < folded.length; start++) {
      let node = root.next.get(folded.charAt(start));
      for (let at = start + 1; node !== undefined; at++) {
        for (const item of node.ends) found.add(item);
        node = node.next.get(folded.charAt(at));
      }
    }
    return found;
  };
}
