/**
 * The same function, asked once for each of the last `most` keys. Where `keyOf` gives no key nothing is kept: what somebody
 * wrote is not to stay in memory.
 */
export function remembered<Asked, Made>(
  make: (asked: Asked) => Made,
  keyOf: (asked: Asked) => string | undefined,
  most: number,
): (asked: Asked) => Made {
  const known = new Map<string, Made>();
  return (asked) => {
    const key = keyOf(asked);
    if (key === undefined) return make(asked);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const made = make(asked);
    known.set(key, made);
    const oldest = known.keys().next();
    if (known.size > most && !oldest.done) known.delete(oldest.value);
    return made;
  };
}
