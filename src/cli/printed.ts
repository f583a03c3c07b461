/** What a command says, and the status that it ends with. */
export interface Printed {
  readonly code: number;
  readonly text: string;
}
