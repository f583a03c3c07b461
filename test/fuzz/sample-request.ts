/** A request that the program would take, to be damaged. */
export interface SampleRequest {
  /** Names the end point in the figures. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Signs a damaged body anew, so that it reaches what lies behind the signature. */
  readonly sign?: (body: Buffer) => Readonly<Record<string, string>>;
}
