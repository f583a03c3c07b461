import { createAssistant } from "../assistant.ts";
import { seoulClock } from "../clock.ts";
import { withUndo } from "../content/with-undo.ts";
import type { Activity } from "../core/activity.ts";
import type { CallBackTicket } from "../core/call-back-ticket.ts";
import type { Case } from "../core/case.ts";
import type { Owner } from "../core/conversation.ts";
import type { Day, Instant } from "../core/day.ts";
import type { Facts } from "../core/fact.ts";
import type { ConversationId } from "../core/ids.ts";
import type { Outcome } from "../core/outcome.ts";
import type { SurveyChange } from "../core/survey.ts";
import type { Switches } from "../core/switch.ts";
import { loadAssistantContent } from "../load-assistant-content.ts";
import { createLog } from "../log.ts";
import type { DeskNews } from "../ports/delivery.ts";
import type { LogBody } from "../ports/log-entry.ts";
import type { NewId } from "../ports/new-id.ts";
import type { TurnCommit } from "../ports/store.ts";
import type { SupportPost } from "../ports/support-post.ts";
import type { NewSwitchChange, SwitchTurned } from "../ports/switches.ts";
import { openSqlite } from "../store/open-sqlite.ts";
import type { SupportTargets } from "../turn/turn-with.ts";
import { createTimerList } from "./create-timer-list.ts";

/** What one turn did, as an onlooker at the store sees it. */
export interface Heard {
  readonly conversation: ConversationId;
  readonly said: readonly LogBody[];
  readonly owner: Owner;
  readonly outcome: Outcome;
  readonly facts: Facts;
  readonly case?: Case;
  readonly news: readonly DeskNews[];
  /** What live support is told. */
  readonly posts: readonly SupportPost["kind"][];
  readonly callBack?: CallBackTicket;
  readonly surveys: readonly SurveyChange[];
}

/** The whole assistant on a store in memory, with a clock that can be set. */
export interface Talk {
  setClock(now: Instant): void;
  /** Accepts one activity and handles it. */
  say(conversation: ConversationId, activity: Activity): Promise<readonly Heard[]>;
  /** Lets time pass until then: each timer that is due on the way is handled at its moment. */
  passUntil(then: Instant): Promise<readonly Heard[]>;
  turnSwitch(change: NewSwitchChange): Promise<SwitchTurned>;
  /** What is off now. */
  switches(): Promise<Switches>;
  close(): Promise<void>;
}

export interface TalkParts {
  readonly root: string;
  readonly incident: string;
  readonly newId: NewId;
  readonly now: Instant;
  /** A fixed day; otherwise the clock's. */
  readonly asOf?: Day | undefined;
  /** Nothing can be passed on when absent. */
  readonly liveSupport?: SupportTargets;
}

const errorLog = createLog("error");

export async function createTalk({ root, incident, newId, now, asOf, liveSupport }: TalkParts): Promise<Talk> {
  let at = now;
  let turns: Heard[] = [];
  const timers = createTimerList();
  const clock = seoulClock(() => at, asOf);
  const memory = await openSqlite({ folder: ":memory:", clock });
  const store = {
    ...memory,
    commit: async (...[lease, turn]: Parameters<typeof memory.commit>) => {
      const result = await memory.commit(lease, turn);
      if (result !== "committed") return result;
      turns.push(heard(lease.conversation, turn));
      timers.note(lease.conversation, turn.timers ?? [], at);
      return result;
    },
  };
  const { content, understand } = await loadAssistantContent(root, incident);
  const assistant = createAssistant({
    // Who types both sides takes nothing back.
    content: withUndo(content, 0),
    incident,
    understand,
    store,
    clock,
    newId,
    log: errorLog,
    ...(liveSupport === undefined ? {} : { liveSupport }),
  });
  return {
    setClock: (next) => {
      at = next;
    },
    say: async (conversation, activity) => {
      turns = [];
      await assistant.intake({ conversation, channel: "talk", dedupeKey: newId(), activity });
      await assistant.handle();
      return turns;
    },
    passUntil: async (then) => {
      turns = [];
      for (let next = timers.next(then); next !== undefined; next = timers.next(then)) {
        if (next > at) at = next;
        await assistant.fireTimers();
        await assistant.handle();
        timers.passed(at);
      }
      at = then;
      return turns;
    },
    turnSwitch: memory.turnSwitch,
    switches: memory.switches,
    close: () => memory.close(),
  };
}

const heard = (conversation: ConversationId, turn: TurnCommit): Heard => ({
  ...heardOfDesk(turn),
  conversation,
  said: turn.log,
  owner: turn.state.owner,
  outcome: turn.record.outcome,
  facts: turn.state.facts,
  surveys: turn.surveys ?? [],
});

const heardOfDesk = ({ deliveries, callBack, case: changed }: TurnCommit) => ({
  news: deliveries.flatMap((delivery) => (delivery.target === "desk" ? [delivery.news] : [])),
  posts: deliveries.flatMap((delivery) => (delivery.target === "support" ? [delivery.post.kind] : [])),
  ...(callBack === undefined ? {} : { callBack }),
  ...(changed === undefined ? {} : { case: changed }),
});
