/** How a way to somebody may be used; declared by each channel and desk, kept by the delivery worker. */
export interface Reach<Parcel> {
  readonly inDoubt: InDoubt<Parcel>;
  readonly budget: Budget;
}

/**
 * What is done when an attempt may have arrived. `repeat`: the receiver drops what it has. `ask`: it can be asked first.
 * `leave`: it is never repeated, counted as unknown, and shown to staff.
 */
export type InDoubt<Parcel> =
  | { readonly kind: "repeat" }
  | { readonly kind: "leave" }
  | { readonly kind: "ask"; readonly ask: (parcel: Parcel) => Promise<LookedUp> };

/**
 * What came of asking the far end. After `no-answer` it is asked again later; after `cannot-tell` never: the attempt is left as
 * with `leave`.
 */
export type LookedUp =
  | { readonly kind: "arrived"; readonly farId?: string }
  | { readonly kind: "absent" }
  | { readonly kind: "cannot-tell" }
  | { readonly kind: "no-answer"; readonly afterMs: number };

/** How fast the far end is sent to, by all processes together; `atOnce` is for each process. */
export interface Budget {
  readonly perSecond: number;
  readonly burst: number;
  readonly atOnce: number;
}
