/** A request that the program would take, to be damaged. */
export interface SampleRequest {
  /** Names the end point in the figures. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `$NEW` in it becomes another number each time, `$SOME` one of a few, before the damage is done. */
  readonly body: string;
  /** How long the far end waits where the answer holds the words of the turn; absent where it does not. */
  readonly patienceMs?: number;
  /** Puts a damaged body into the form in which it travels. */
  readonly wrap?: (body: Buffer) => Buffer;
  /** Signs a damaged body anew, so that it reaches what lies behind the signature. */
  readonly sign?: (body: Buffer) => Readonly<Record<string, string>>;
}
