import type { AnswerHead } from "./schemas.ts";
import { answerHeadSchema } from "./schemas.ts";
import type { Parsed } from "./yaml-file.ts";
import { parseWith, parseYaml } from "./yaml-file.ts";

export interface AnswerFile {
  readonly head: AnswerHead;
  readonly body: string;
}

/** An answer file: front matter between two lines of `---`, then the words. */
export function parseAnswer(file: string, text: string): Parsed<AnswerFile> {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  const [, front, body] = match ?? [];
  if (front === undefined || body === undefined || body.trim() === "") {
    return { ok: false, errors: [{ file, line: 1, message: "needs front matter between --- lines and a body" }] };
  }
  const head = parseWith(answerHeadSchema, parseYaml(file, front, 2), file);
  return head.ok ? { ok: true, value: { head: head.value, body: body.trim() } } : head;
}
