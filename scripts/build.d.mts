export const root: string;
/** Compiles what has changed and returns the folder of the compiled program. */
export function ensureBuilt(): string;
