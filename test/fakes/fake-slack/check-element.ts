import type { Json } from "./json.ts";

/** Faults in words, as Slack puts them into `response_metadata.messages`. */
export type Faults = readonly string[];

interface TextLimit {
  readonly max: number;
  readonly plainOnly?: true;
}

/** A text object. Absent ones are the caller's to allow. */
export function checkText(value: unknown, place: string, { max, plainOnly }: TextLimit): Faults {
  if (typeof value !== "object" || value === null) return [`${place}: must be a text object`];
  const { type, text } = value as Json;
  const types = plainOnly ? ["plain_text"] : ["plain_text", "mrkdwn"];
  return [
    ...(types.includes(String(type)) ? [] : [`${place}/type: must be ${types.join(" or ")}`]),
    ...checkLength(text, `${place}/text`, max),
  ];
}

/** A text of at least one character that is not too long; Slack counts UTF-16 units. */
export function checkLength(value: unknown, place: string, max: number): Faults {
  if (typeof value !== "string") return [`${place}: must be a string`];
  if (value.length === 0) return [`${place}: must be more than 0 characters`];
  return value.length > max ? [`${place}: must be less than ${max + 1} characters (${value.length})`] : [];
}

export function checkCount(value: unknown, place: string, min: number, max: number): Faults {
  if (!Array.isArray(value)) return [`${place}: must be an array`];
  return value.length < min || value.length > max ? [`${place}: ${value.length} items, ${min} to ${max} allowed`] : [];
}

export const optional = (value: unknown, check: (given: unknown) => Faults): Faults =>
  value === undefined ? [] : check(value);

const OPTIONS: Readonly<Record<string, number>> = {
  static_select: 100,
  multi_static_select: 100,
  overflow: 5,
  radio_buttons: 10,
  checkboxes: 10,
};
const OTHERS = [
  "users_select",
  "multi_users_select",
  "channels_select",
  "conversations_select",
  "external_select",
  "datepicker",
  "timepicker",
  "datetimepicker",
  "number_input",
  "email_text_input",
  "url_text_input",
  "rich_text_input",
];

const MAX_ID = 255;

/** A button, select, field … with every limit that Slack documents for it. */
export function checkElement(value: unknown, place: string): Faults {
  if (typeof value !== "object" || value === null) return [`${place}: must be an object`];
  const element = value as Json;
  const type = String(element.type);
  const own = ofType(element, type, place);
  if (own === undefined) return [`${place}/type: unknown element ${type}`];
  return [
    ...own,
    ...optional(element.action_id, (id) => checkLength(id, `${place}/action_id`, MAX_ID)),
    ...optional(element.placeholder, (text) => checkText(text, `${place}/placeholder`, { max: 150, plainOnly: true })),
    ...optional(element.confirm, (confirm) => checkConfirm(confirm, `${place}/confirm`)),
  ];
}

function ofType(element: Json, type: string, place: string): Faults | undefined {
  if (type === "button") return checkButton(element, place);
  if (type === "image") return checkLength(element.alt_text, `${place}/alt_text`, 2_000);
  if (type === "plain_text_input") return checkField(element, place);
  if (OTHERS.includes(type)) return [];
  const most = OPTIONS[type];
  if (most === undefined) return undefined;
  if (element.option_groups !== undefined) return checkCount(element.option_groups, `${place}/option_groups`, 1, 100);
  const options = Array.isArray(element.options) ? element.options : [];
  return [
    ...checkCount(element.options, `${place}/options`, 1, most),
    ...options.flatMap((option, index) => checkOption(option, `${place}/options/${index}`)),
  ];
}

const checkButton = (button: Json, place: string): Faults => [
  ...checkText(button.text, `${place}/text`, { max: 75, plainOnly: true }),
  ...optional(button.value, (value) => checkLength(value, `${place}/value`, 2_000)),
  ...optional(button.url, (url) => checkLength(url, `${place}/url`, 3_000)),
  ...optional(button.style, (style) =>
    style === "primary" || style === "danger" ? [] : [`${place}/style: must be primary or danger`],
  ),
];

function checkField(field: Json, place: string): Faults {
  const max = field.max_length;
  const initial = field.initial_value;
  return [
    ...(max === undefined || (Number(max) >= 1 && Number(max) <= 3_000)
      ? []
      : [`${place}/max_length: must be 1 to 3000`]),
    ...(typeof initial === "string" && initial.length > Number(max ?? 3_000)
      ? [`${place}/initial_value: longer than max_length`]
      : []),
  ];
}

const checkOption = (option: unknown, place: string): Faults => {
  if (typeof option !== "object" || option === null) return [`${place}: must be an object`];
  const { text, value, description } = option as Json;
  return [
    ...checkText(text, `${place}/text`, { max: 75 }),
    ...checkLength(value, `${place}/value`, 150),
    ...optional(description, (given) => checkText(given, `${place}/description`, { max: 75 })),
  ];
};

const checkConfirm = (confirm: unknown, place: string): Faults => {
  if (typeof confirm !== "object" || confirm === null) return [`${place}: must be an object`];
  const { title, text, confirm: yes, deny } = confirm as Json;
  return [
    ...checkText(title, `${place}/title`, { max: 100, plainOnly: true }),
    ...checkText(text, `${place}/text`, { max: 300 }),
    ...optional(yes, (given) => checkText(given, `${place}/confirm`, { max: 30, plainOnly: true })),
    ...optional(deny, (given) => checkText(given, `${place}/deny`, { max: 30, plainOnly: true })),
  ];
};
