import type { DeskNumbers } from "../../core/desk-numbers.ts";
import type { Desk } from "../../ports/desk.ts";
import type { DeskWatch } from "../../ports/desk-fault.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { SwitchDesk } from "../../ports/switch-desk.ts";
import type { Mounted } from "../../ports/web.ts";
import { agentsBefore, createAgentNames, type SlackUser } from "./agent-names.ts";
import type { ListStore } from "./case-list.ts";
import { createHintUndo } from "./hint-undo.ts";
import { listenToHome, publishHome } from "./listen-to-home.ts";
import { listenToStaff } from "./listen-to-staff.ts";
import { listenToSwitches } from "./listen-to-switches.ts";
import { openBolt } from "./open-bolt.ts";
import { createSlackCalls } from "./slack-calls.ts";
import { checkSetUp, createSelf } from "./slack-identity.ts";
import { createIsLead } from "./slack-leads.ts";
import { createSlackNews } from "./slack-news.ts";
import { slackRoute } from "./slack-route.ts";
import { openSlackSocket, type SlackSocket } from "./slack-socket.ts";
import { createTakeAct } from "./take-act.ts";
import type { CheckWords } from "./take-reply.ts";
import { tellOfMoved } from "./tell-of-moved.ts";

export interface SlackSettings {
  readonly botToken: string;
  /** Of servers, which Slack calls. */
  readonly signingSecret?: string;
  /** Of laptops, which call Slack. */
  readonly appToken?: string;
  /** Id of the channel where cases are posted. */
  readonly channel: string;
  /** Ids of the people who are leads; nobody is when absent. */
  readonly leads?: readonly string[];
  /** Into this channel, by all processes together; Slack's own limit of 1 when absent. */
  readonly postsPerSecond?: number;
  /** Slack's own when absent. */
  readonly apiUrl?: string;
}

export interface SlackDeskParts {
  readonly settings: SlackSettings;
  readonly store: Pick<
    Store,
    "case" | "conversation" | "placeOf" | "caseAt" | "keepPlace" | "tellDesk" | "presences" | "setPresence"
  > &
    ListStore;
  readonly numbers: DeskNumbers;
  readonly intake: Intake;
  readonly viewCase: ViewCase;
  readonly switches: SwitchDesk;
  readonly checkWords: CheckWords;
  /** By the real clock, also when the assistant lives on another day. */
  readonly now: () => string;
  readonly elapsedMs?: () => number;
  /** How long a call to Slack may take; 10 s when absent. */
  readonly timeoutMs?: number;
  /** Told when nothing can be posted, and when it can again. */
  readonly watch?: DeskWatch;
  readonly log: Log;
}

export interface SlackDesk extends Mounted {
  readonly desk: Desk;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Opens the staff desk in Slack. Throws AppError CONFIG_INVALID, saying what to do, when it is plainly not set up. */
export async function createSlackDesk(parts: SlackDeskParts): Promise<SlackDesk> {
  const { settings, store, log, now } = parts;
  const call = createSlackCalls({
    ...settings,
    log,
    ...(parts.timeoutMs === undefined ? {} : { timeoutMs: parts.timeoutMs }),
  });
  const self = createSelf(call);
  await checkSetUp(self, call, settings.channel);
  const takeAct = createTakeAct(parts);
  const { agentOf, otherOf } = createAgentNames(call, await agentsBefore(store).catch(() => []));
  const isLead = createIsLead(settings.leads ?? [], () => self.known()?.team);
  const home = { ...parts, call, isLead, agentOf };
  const showHome = (who: SlackUser): void => publishHome(who, home);
  const hintUndo = createHintUndo({ store, call, undoSeconds: parts.numbers.undoSeconds, log });
  const staff = { ...parts, ...settings, takeAct, agentOf, otherOf, call, showHome, hintUndo, isLead };
  const receive = openBolt({
    botToken: settings.botToken,
    log,
    listen: (app) => {
      listenToStaff(app, { ...staff, self: () => self.known()?.user });
      listenToHome(app, home);
      listenToSwitches(app, { ...home, showHome });
    },
  });
  const rebuild = async (): Promise<void> => {
    const where = { team: self.known()?.team, channel: settings.channel };
    await tellOfMoved(store, where).then(
      (count) => count > 0 && log.info("desk.slack_rebuilds", { cases: count }),
      (error: unknown) => log.error("desk.slack_rebuilds", { error: error instanceof Error ? error.name : "unknown" }),
    );
  };
  const socket: SlackSocket | undefined =
    settings.appToken === undefined
      ? undefined
      : openSlackSocket({ ...settings, appToken: settings.appToken, receive, log });
  return {
    desk: createSlackNews({
      ...parts,
      ...settings,
      call,
      self,
      elapsedMs: parts.elapsedMs ?? (() => performance.now()),
    }),
    routes:
      settings.signingSecret === undefined
        ? []
        : [slackRoute({ signingSecret: settings.signingSecret, receive, now, log })],
    sockets: [],
    files: [],
    start: async () => {
      await socket?.start();
      await rebuild();
    },
    stop: async () => socket?.stop(),
  };
}
