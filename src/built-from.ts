/**
 * Names the sources that this program was compiled from; scripts/build.mjs writes it into dist/. Undefined when the sources themselves
 * run, because nobody knows then whether they are still what they were.
 */
export const builtFrom: string | undefined = undefined;
