import type { Answered, Tried } from "./try-until-taken.ts";

/** Something that a customer's program was shown. */
export interface Shown {
  readonly text: string;
  readonly byCustomer: boolean;
  readonly clientId?: string;
  readonly atMs: number;
}

export interface Taken {
  /** How long the call took that was answered well. */
  readonly ackMs: number;
  /** All calls until then, that one included. */
  readonly calls: readonly Answered[];
  /** From the first call on. */
  readonly wholeMs: number;
}

export const takenOf = ({ ms, calls, wholeMs }: Tried): Taken => ({ ackMs: ms, calls, wholeMs });

/** Address of a server that may be up, another one each time. */
export type Door = () => string;

/** One customer, as a program that does not give up: the same message is sent until it is taken. */
export interface Customer {
  readonly channel: "web-chat" | "bot-framework";
  /** Resolves when the server said that it took the message; to undefined when none did for three minutes. */
  say(text: string, clientId: string): Promise<Taken | undefined>;
  /** Everything that reached the customer so far, in order, asked for anew. */
  read(): Promise<readonly Shown[]>;
  /** The same, but only what is new is asked for. */
  look(): Promise<readonly Shown[]>;
  /** Answers that may be missing for good, because nobody could know whether they had arrived. */
  inDoubt(): number;
}
