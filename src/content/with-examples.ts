import { isSeq, parseDocument, Scalar } from "yaml";
import { AppError } from "../core/app-error.ts";
import type { Language } from "../core/language.ts";

export interface NewExample {
  readonly language: Language;
  readonly text: string;
}

/** A file of `intents/` with examples at the end of their language's list; comments and all else stay as they are. */
export function withExamples(yaml: string, examples: readonly NewExample[]): string {
  const document = parseDocument(yaml, { schema: "core" });
  for (const { language, text } of examples) {
    const list = document.getIn(["examples", language], true);
    if (!isSeq(list)) throw new AppError("CONTENT_INVALID", `There is no list examples.${language}.`);
    // An empty list is written in brackets, and would grow in them.
    if (list.items.length === 0) list.flow = false;
    const example = new Scalar(text);
    example.type = Scalar.QUOTE_DOUBLE;
    list.add(example);
  }
  return document.toString({ lineWidth: 0 });
}
