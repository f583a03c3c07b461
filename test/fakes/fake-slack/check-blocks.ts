import { checkCount, checkElement, checkLength, checkText, type Faults, optional } from "./check-element.ts";
import type { Json } from "./json.ts";

/** Where blocks stand: input blocks are for modals and home tabs only, a view takes more of them. */
export type Surface = "message" | "modal" | "home";

const MAX_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MAX_ID = 255;

/** Everything about a list of blocks that Slack would refuse as `invalid_blocks`. */
export function checkBlocks(value: unknown, surface: Surface): Faults {
  if (!Array.isArray(value)) return ["blocks: must be an array"];
  const ids = value.flatMap(({ block_id }: Json) => (typeof block_id === "string" ? [block_id] : []));
  return [
    ...(value.length > MAX_BLOCKS[surface] ? [`blocks: more than ${MAX_BLOCKS[surface]} items`] : []),
    ...(new Set(ids).size < ids.length ? ["blocks: block_id is used twice"] : []),
    ...value.flatMap((block, index) => checkBlock(block, `blocks/${index}`, surface)),
  ];
}

/** Letters in all blocks together; beyond about 13,200 Slack answers `msg_blocks_too_long`. */
export function lettersIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, part]) => sum + (name === "text" && typeof part === "string" ? part.length : lettersIn(part)),
    0,
  );
}

function checkBlock(value: unknown, place: string, surface: Surface): Faults {
  if (typeof value !== "object" || value === null) return [`${place}: must be an object`];
  const block = value as Json;
  const own = ofType(block, place, surface);
  if (own === undefined) return [`${place}/type: ${String(block.type)} is not allowed here`];
  return [...own, ...optional(block.block_id, (id) => checkLength(id, `${place}/block_id`, MAX_ID))];
}

function ofType(block: Json, place: string, surface: Surface): Faults | undefined {
  switch (block.type) {
    case "divider":
      return [];
    case "section":
      return checkSection(block, place);
    case "header":
      return checkText(block.text, `${place}/text`, { max: 150, plainOnly: true });
    case "context":
      return [
        ...checkCount(block.elements, `${place}/elements`, 1, 10),
        ...list(block.elements).flatMap((element, index) =>
          (element as Json).type === "image"
            ? checkElement(element, `${place}/elements/${index}`)
            : checkText(element, `${place}/elements/${index}`, { max: 3_000 }),
        ),
      ];
    case "actions":
      return checkActions(block, place);
    case "image":
      return checkLength(block.alt_text, `${place}/alt_text`, 2_000);
    case "rich_text":
      return checkCount(block.elements, `${place}/elements`, 1, 1_000);
    case "markdown":
      return surface === "message" ? checkLength(block.text, `${place}/text`, 12_000) : undefined;
    case "input":
      return surface === "message" ? undefined : checkInput(block, place);
    default:
      return undefined;
  }
}

function checkSection(block: Json, place: string): Faults {
  if (block.text === undefined && block.fields === undefined) return [`${place}: needs text or fields`];
  return [
    ...optional(block.text, (text) => checkText(text, `${place}/text`, { max: 3_000 })),
    ...optional(block.fields, (fields) => [
      ...checkCount(fields, `${place}/fields`, 1, 10),
      ...list(fields).flatMap((field, index) => checkText(field, `${place}/fields/${index}`, { max: 2_000 })),
    ]),
    ...optional(block.accessory, (element) => checkElement(element, `${place}/accessory`)),
  ];
}

function checkActions(block: Json, place: string): Faults {
  const elements = list(block.elements);
  const ids = elements.flatMap((element) => ((element as Json).action_id as string | undefined) ?? []);
  return [
    ...checkCount(block.elements, `${place}/elements`, 1, 25),
    ...(new Set(ids).size < ids.length ? [`${place}: action_id is used twice`] : []),
    ...elements.flatMap((element, index) => checkElement(element, `${place}/elements/${index}`)),
  ];
}

const checkInput = (block: Json, place: string): Faults => [
  ...checkText(block.label, `${place}/label`, { max: 2_000, plainOnly: true }),
  ...optional(block.hint, (hint) => checkText(hint, `${place}/hint`, { max: 2_000, plainOnly: true })),
  ...checkElement(block.element, `${place}/element`),
];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
