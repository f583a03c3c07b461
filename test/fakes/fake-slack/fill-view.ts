import type { Json } from "./json.ts";

/** The state of a modal's fields when a person has filled them in; throws when one that must be filled is empty. */
export function fillView(content: Json, values: Readonly<Record<string, string>>): Json {
  const blocks = (content.blocks ?? []) as readonly Json[];
  const inputs = blocks.filter(({ type }) => type === "input");
  const unknown = Object.keys(values).filter((id) => !inputs.some(({ element }) => (element as Json).action_id === id));
  if (unknown.length > 0) throw new Error(`the modal has no field ${unknown.join(", ")}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block.element as Json;
      const id = String(element.action_id);
      const state = fill(element, values[id]);
      if (state === undefined && block.optional !== true) throw new Error(`the field ${id} must be filled in`);
      return [String(block.block_id), { [id]: { type: element.type, ...(state ?? empty(element)) } }];
    }),
  );
}

function fill(element: Json, value: string | undefined): Json | undefined {
  switch (element.type) {
    case "plain_text_input": {
      const text = value ?? element.initial_value;
      if (typeof text !== "string" || text === "") return undefined;
      if (text.length > Number(element.max_length ?? 3_000)) throw new Error(`${text.length} letters are too many`);
      return { value: text };
    }
    case "static_select":
    case "radio_buttons": {
      const option = pick(element, value) ?? element.initial_option;
      return option === undefined ? undefined : { selected_option: option };
    }
    case "checkboxes":
    case "multi_static_select": {
      const picked = value === undefined ? element.initial_options : value.split(",").map((one) => pick(element, one));
      return { selected_options: picked ?? [] };
    }
    case "users_select":
      return someOf("selected_user", value ?? element.initial_user);
    case "conversations_select":
      return someOf("selected_conversation", value ?? element.initial_conversation);
    case "channels_select":
      return someOf("selected_channel", value ?? element.initial_channel);
    case "datepicker":
      return someOf("selected_date", value ?? element.initial_date);
    case "timepicker":
      return someOf("selected_time", value ?? element.initial_time);
    case "datetimepicker":
      return someOf("selected_date_time", value === undefined ? element.initial_date_time : Number(value));
    default:
      return someOf("value", value ?? element.initial_value);
  }
}

const empty = (element: Json): Json => (element.type === "plain_text_input" ? { value: null } : {});

const someOf = (name: string, value: unknown): Json | undefined =>
  value === undefined ? undefined : { [name]: value };

/** Options may stand in groups. Throws when there is none with the value. */
function pick(element: Json, value: string | undefined): Json | undefined {
  if (value === undefined) return undefined;
  const groups = (element.option_groups ?? [{ options: element.options }]) as readonly { options: readonly Json[] }[];
  const found = groups.flatMap(({ options }) => options).find((option) => option.value === value);
  if (found === undefined) throw new Error(`there is no option ${value}`);
  return found;
}
