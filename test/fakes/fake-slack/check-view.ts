import { checkBlocks } from "./check-blocks.ts";
import { checkLength, checkText, type Faults, optional } from "./check-element.ts";
import type { Json } from "./json.ts";

const TITLE = { max: 24, plainOnly: true } as const;

/** Everything about a modal or home tab that Slack would refuse as `invalid_arguments`. */
export function checkView(view: Json, surface: "modal" | "home"): Faults {
  if (view.type !== surface) return [`view/type: must be ${surface}`];
  const hasInput = Array.isArray(view.blocks) && view.blocks.some(({ type }: Json) => type === "input");
  return [
    ...checkBlocks(view.blocks, surface),
    ...optional(view.private_metadata, (text) =>
      text === "" ? [] : checkLength(text, "view/private_metadata", 3_000),
    ),
    ...optional(view.callback_id, (id) => checkLength(id, "view/callback_id", 255)),
    ...optional(view.external_id, (id) => checkLength(id, "view/external_id", 255)),
    ...(surface === "modal" ? checkText(view.title, "view/title", TITLE) : []),
    ...optional(view.submit, (text) => checkText(text, "view/submit", TITLE)),
    ...optional(view.close, (text) => checkText(text, "view/close", TITLE)),
    ...(surface === "modal" && hasInput && view.submit === undefined
      ? ["view/submit: required when there is an input"]
      : []),
  ];
}
