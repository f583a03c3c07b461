export const root: string;
/** Compiles what has changed and returns the folder of the compiled program; `withTests` is true when absent. */
export function ensureBuilt(what?: { readonly withTests?: boolean }): string;
