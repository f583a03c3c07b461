import { compose } from "../content/compose.ts";
import type { Content, Pack } from "../content/content.ts";
import { LANGUAGES, type Language } from "../core/language.ts";
import { intentButton, type Said, text } from "../core/message.ts";
import { switchName } from "../core/switch.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import type { SwitchDesk } from "../ports/switch-desk.ts";
import type { UnsentAnswers } from "../ports/switches.ts";
import { redact } from "../privacy/redact.ts";
import { switchLines } from "./switch-lines.ts";

export interface SwitchDeskParts {
  readonly store: Pick<Store, "switches" | "switchLog" | "turnSwitch">;
  readonly content: Content;
  readonly pack: Pack;
  /** Ids of the channels that are open. */
  readonly channels: readonly string[];
  readonly log: Log;
}

const LOG_LINES = 30;
const LONGEST_REASON = 300;

/** Shows the switches with names that staff know, and turns them. Every change is logged, its reason only in the store. */
export function createSwitchDesk({ store, content, pack, channels, log }: SwitchDeskParts): SwitchDesk {
  const lines = async () => switchLines(content, pack, channels, (await store.switches()).off);
  return {
    board: async () => {
      const known = await lines();
      const labelOf = (name: string) => known.find((line) => line.name === name)?.label ?? { ko: name, en: name };
      const changes = await store.switchLog(LOG_LINES);
      return { lines: known, log: changes.map((change) => ({ ...change, label: labelOf(change.name) })) };
    },
    turn: async ({ name, off, reason, agent }) => {
      const why = redact(reason).trim().slice(0, LONGEST_REASON);
      if (why === "") return "no-reason";
      if (!(await lines()).some((line) => line.name === name)) return "unknown";
      const unsent = off ? unsentOf(content, pack, name) : undefined;
      const turned = await store.turnSwitch({
        name,
        off,
        reason: why,
        agent,
        ...(unsent === undefined ? {} : { unsent }),
      });
      log.warn("desk.switch", { agent: agent.id, name, off, result: turned.kind });
      return turned.kind;
    },
  };
}

/** What waits to be sent must not bring the answer all the same. */
function unsentOf(content: Content, pack: Pack, name: string): UnsentAnswers | undefined {
  const { id: incident } = pack.incident;
  const all = [...pack.answers.keys()];
  const answers =
    name === switchName({ kind: "pack", incident })
      ? all
      : all.filter((answer) => name === switchName({ kind: "answer", incident, answer }));
  if (answers.length === 0) return undefined;
  const message = text("switches.answer-off", {}, [intentButton("contact_agent")]);
  const said = (language: Language): Said => compose(content, pack, message, language);
  const [ko, en] = LANGUAGES.map(said);
  return ko === undefined || en === undefined ? undefined : { answers, instead: { ko, en } };
}
