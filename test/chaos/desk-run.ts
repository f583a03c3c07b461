import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { startFakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import { createFaultPlan } from "../fakes/fault-plan.ts";
import type { ChaosOptions } from "./chaos-options.ts";
import type { Door } from "./customer.ts";
import { type DeskReport, judgeDesk, judgeToStaff } from "./judge-desk.ts";
import type { Seen } from "./seen.ts";
import { type StaffAgents, startStaffAgents, TRIAGE } from "./staff-agents.ts";
import type { StaffTalkParts } from "./talk-to-staff.ts";

/** Slack and the people at the desk, for one run. */
export interface DeskRun {
  /** Of the servers under test. */
  readonly settings: Readonly<Record<string, string>>;
  readonly talk: Pick<StaffTalkParts, "messages" | "replies" | "patienceMs">;
  /** From now on Slack fails, and agents work. */
  begin(appUrl: Door): void;
  /** The agents finish what is there, and Slack fails no more. */
  endWork(): Promise<void>;
  /** The last words of a case may still wait for their place in the channel. */
  untilPosted(ended: readonly Pick<Seen, "staff">[]): Promise<void>;
  judge(seen: readonly Seen[]): DeskReport;
  stop(): Promise<void>;
}

const REPLIES = 2;
/** About as many posts go to a case. */
const POSTS_OF_A_CASE = 12;
const PATIENCE_MS = 120_000;
const LOOK_MS = 2_000;
/** Calls that are answered well, but late. */
const SLOW = { slowShare: 0.1, slowMs: 2_900 };
const NO_TROUBLE = { repeated: 0, renamed: 0, swapped: 0 };
const TROUBLE = { repeated: 0.15, renamed: 0.15, swapped: 0.15 };
const REPEATED_PRESSES = 0.15;

/** `failing`: share of Slack's calls that fail. */
export async function startDeskRun(
  options: ChaosOptions,
  failing: number,
  say: (text: string) => void,
): Promise<DeskRun> {
  const { seed, faults: fails, postsPerSecond, deskMessages: messages, agents, slackLog } = options;
  const faults = createFaultPlan({ seed: seed + 4, share: failing, waits: true, ...(fails ? SLOW : {}) });
  const slack = await startFakeSlack({
    faults,
    postsPerSecond,
    retryAfterMs: [0, 1_000, 5_000],
    eventTrouble: { seed: seed + 5, ...(fails ? TROUBLE : NO_TROUBLE) },
    ...(fails ? { repeatedPresses: REPEATED_PRESSES } : {}),
  });
  const patienceMs = PATIENCE_MS + ((options.conversations * POSTS_OF_A_CASE) / postsPerSecond) * 1_000;
  let working: StaffAgents | undefined;
  return {
    settings: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_TRIAGE_CHANNEL: TRIAGE,
      SLACK_API_URL: slack.apiUrl,
      SLACK_POSTS_PER_SECOND: String(postsPerSecond),
    },
    talk: { messages, replies: REPLIES, patienceMs },
    begin: (appUrl) => {
      slack.appUrl = appUrl;
      say(`the channel takes ${postsPerSecond} posts a second and the desk is told so (Slack itself takes 1)`);
      faults.begin();
      working = startStaffAgents({ slack, agents, messages, replies: REPLIES });
    },
    endWork: async () => {
      await working?.end(PATIENCE_MS);
      faults.end();
    },
    untilPosted: async (ended) => {
      const started = performance.now();
      while (performance.now() - started < PATIENCE_MS) {
        if (judgeToStaff(ended, slack).lost === 0) return;
        await pause(LOOK_MS);
      }
      say("not all words were posted to staff");
    },
    judge: (seen) => {
      if (slackLog !== undefined) {
        const { calls, attempts, workspace } = slack;
        writeFileSync(slackLog, JSON.stringify({ messages: workspace.messages, calls, attempts }));
      }
      return judgeDesk(seen, slack, postsPerSecond);
    },
    stop: slack.stop,
  };
}
