import { clockWords } from "./desk-clock-words.js";
import { clockTime, make } from "./desk-dom.js";
import { supportEvent } from "./desk-support-words.js";
import { words } from "./desk-words.js";

const eventText = ({ event, agentName = "", detail: more = "" }) => {
  const { events, reasons, closeReasons } = words();
  const [kind, detail = ""] = event.split(".");
  if (kind === "opened") return events.opened(reasons[detail] ?? detail);
  if (kind === "close") return events.close(agentName, closeReasons[detail] ?? detail);
  if (kind === "breach") return clockWords().events.breach(detail);
  const support = supportEvent(event, agentName, more);
  if (support !== undefined) return support;
  return events[kind]?.(agentName) ?? clockWords().events[kind]?.(agentName, more) ?? `${event} ${agentName}`;
};

const line = (entry, text) =>
  make(
    "div",
    { class: "event" },
    make("span", { text }),
    make("time", { datetime: entry.at, text: clockTime(entry.at) }),
  );

const sources = (said) =>
  said.sources.length === 0
    ? undefined
    : make("p", { class: "small", text: `${words().sources}: ${said.sources.map(({ label }) => label).join(" · ")}` });

const speech = (entry, kind, who, text, ...more) =>
  make(
    "div",
    { class: `speech ${kind}` },
    make(
      "p",
      { class: "who" },
      make("b", { text: who }),
      make("time", { datetime: entry.at, text: clockTime(entry.at) }),
    ),
    make("p", { class: "text", text }),
    ...more,
  );

/** One line of the transcript; customer, bot, agent and internal note look different and say who speaks. */
export const entryElement = (entry) => {
  const { body } = entry;
  switch (body.kind) {
    case "opened":
      return line(entry, words().events.start);
    case "desk":
      return line(entry, eventText(body));
    case "customer": {
      if (body.erased) return line(entry, words().erased);
      const masked = body.masked > 0 ? make("p", { class: "small", text: words().masked(body.masked) }) : undefined;
      return speech(entry, "customer", words().customer, body.text, masked);
    }
    case "bot":
      return speech(entry, "bot", words().bot, body.said.text, sources(body.said));
    case "agent":
      return speech(entry, "agent", words().agent(body.agentName), body.text);
    case "note":
      return speech(
        entry,
        "note",
        words().note(body.agentName),
        body.text,
        make("p", { class: "small", text: words().hidden }),
      );
    default:
      return line(entry, body.kind);
  }
};
