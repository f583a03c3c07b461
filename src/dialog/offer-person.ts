import type { Effect } from "../core/effect.ts";
import { intentButton, text } from "../core/message.ts";

/** Says `key` and asks whether a person should take over. */
export const offerPerson = (key: string): readonly Effect[] => [
  { kind: "say", message: text(key, {}, [intentButton("contact_agent"), intentButton("deny")]) },
  { kind: "ask", question: { kind: "person" } },
];
