import { createHash } from "node:crypto";
import type { SourceFile } from "./source-file.ts";

/**
 * Fingerprints of what is no part of the product: addresses of package registries, and tools, folders and papers of whoever
 * works on it. One word or phrase a line, so that this file does not hold the words either. To add one, take for each word
 * node -p 'crypto.createHash("sha256").update("word").digest("hex").slice(0, 12)'
 */
export const UNWANTED: readonly string[] = [
  "00e13ed7af55 0d6e4079e367",
  "00e13ed7af55 a4d26868017c",
  "00e13ed7af55 b718f1354f72",
  "02e3fe5aad80 1c6333509deb",
  "053ea4804ef1",
  "09a723c237d9 71b4f3a3748c",
  "32e83e92d45d 39b88951a7e5",
  "32e83e92d45d e0cb800a5ccd",
  "3ea125d0bff3",
  "407a0d03cf7b 21262a3cb533",
  "487b91042c7c",
  "5d72436256ad",
  "60965168ce76",
  "6c621d1a0513 21262a3cb533",
  "7282bed9a11a 4021fadf187f",
  "7b8208d11b1b 71b4f3a3748c",
  "7b8208d11b1b e87cb45c05ad",
  "7d3194f79e64",
  "81d93757457f e87cb45c05ad",
  "8b700413d58e 4021fadf187f",
  "94a168d2da57",
  "a4ef304ba42a 9372c470eead",
  "a77de8a6daa1 21262a3cb533",
  "ada750e3f846 21262a3cb533",
  "b5212ebb8516 71b4f3a3748c",
  "bbc5e661e106 cf07194ee232",
  "c247e9808f5e",
  "c330ec504d82 746e50ede463 a7e2d26e8d15",
  "c70eca6b0f88",
  "c857d09db23e",
  "cb86eb2d914d 21262a3cb533",
  "ccc0e8da6b80 a7e2d26e8d15 32e83e92d45d",
  "cd88a6fb1423 e87cb45c05ad",
  "cf10d3eb4b80 29a8825bd242",
  "d35c416a85b8 a4ef304ba42a",
  "d41918347145 0694aacb66d6 21262a3cb533",
  "de2187af3fb0",
  "e0cb800a5ccd a7e2d26e8d15 32e83e92d45d",
  "e2aa269eb967 21262a3cb533",
  "f4bf9f7fcbed ea325d761f98 32e83e92d45d 9372c470eead",
];

const LETTERS = 12;
const seen = new Map<string, string>();

/** The fingerprint of one word, in small letters. */
export function fingerprint(word: string): string {
  const known = seen.get(word);
  if (known !== undefined) return known;
  const made = createHash("sha256").update(word).digest("hex").slice(0, LETTERS);
  seen.set(word, made);
  return made;
}

/** Where a file holds one of the phrases, whatever stands between the words. */
export function unwantedWords(files: readonly SourceFile[], unwanted: readonly string[] = UNWANTED): readonly string[] {
  const phrases = unwanted.map((phrase) => phrase.split(" "));
  const starts = new Set(phrases.map(([first]) => first));
  return files.flatMap(({ path, text }) => {
    const plain = text.normalize("NFC").toLowerCase();
    const words = [...plain.matchAll(/[a-z]+|[0-9]+|[가-힣]+/g)];
    const prints = words.map(([word]) => fingerprint(word));
    return prints.flatMap((print, at) => {
      if (!starts.has(print)) return [];
      const found = phrases.find((phrase) => phrase.every((part, next) => prints[at + next] === part));
      if (found === undefined) return [];
      const line = plain.slice(0, words[at]?.index).split("\n").length;
      return [`${path}:${line}: ${words.slice(at, at + found.length).join(" ")}`];
    });
  });
}
