/** Makes an element; text always goes in as text. */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name === "onClick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
};

/** Slack's three escapes, as a person sees them. */
const seen = (text = "") => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const words = (holder) => (holder?.type === "mrkdwn" ? seen(holder.text) : (holder?.text ?? ""));

const richText = (element) =>
  element.type === "text" ? element.text : element.type === "link" ? (element.text ?? element.url) : (element.elements ?? []).map(richText).join("");

/** A button or a select of a message or a modal; `press(actionId, value)` is what pressing does. */
const control = (element, press) => {
  if (element.type === "button") {
    const ask = element.confirm;
    return make("button", {
      type: "button",
      class: element.style,
      text: words(element.text),
      onClick: () => (ask === undefined || confirm(words(ask.text)) ? press(element.action_id) : undefined),
    });
  }
  const options = (element.option_groups ?? [{ options: element.options ?? [] }]).flatMap((group) => group.options);
  const select = make(
    "select",
    { "aria-label": words(element.placeholder) || element.action_id },
    make("option", { value: "", text: words(element.placeholder) || "…" }),
    ...options.map((option) => make("option", { value: option.value, text: words(option.text) })),
  );
  select.addEventListener("change", () => select.value !== "" && press(element.action_id, select.value));
  return select;
};

const field = ({ element, label, hint, optional }) => {
  const name = element.action_id;
  const options = element.options ?? [];
  const input =
    element.type === "plain_text_input"
      ? make(element.multiline ? "textarea" : "input", { name, "data-field": true, required: !optional })
      : element.type === "users_select"
        ? make("input", { name, "data-field": true, placeholder: "U0MINJI" })
        : make(
          "select",
          { name, "data-field": true },
          optional && make("option", { value: "", text: "…" }),
          ...options.map((option) => make("option", { value: option.value, text: words(option.text) })),
        );
  const first = optional ? "" : options[0]?.value;
  input.value = element.initial_value ?? element.initial_option?.value ?? first ?? "";
  return make("label", {}, make("span", { text: words(label) }), input, hint && make("small", { text: words(hint) }));
};

const drawBlock = (block, press) => {
  switch (block.type) {
    case "header":
      return make("div", { class: "head", text: words(block.text) });
    case "section":
      return make(
        "div",
        {},
        block.text && make("div", { class: "section", text: words(block.text) }),
        block.fields &&
          make("div", { class: "fields" }, ...block.fields.map((each) => make("div", { class: "section", text: words(each) }))),
        block.accessory && control(block.accessory, press),
      );
    case "context":
      return make("div", { class: "context", text: block.elements.map(words).join(" · ") });
    case "actions":
      return make("div", { class: "actions" }, ...block.elements.map((element) => control(element, press)));
    case "rich_text":
      return make("div", { class: "section", text: block.elements.map(richText).join("\n") });
    case "input":
      return field(block);
    case "divider":
      return make("hr");
    default:
      return make("div", { class: "section", text: JSON.stringify(block) });
  }
};

export const drawBlocks = (blocks, press) => blocks.map((block) => drawBlock(block, press));
