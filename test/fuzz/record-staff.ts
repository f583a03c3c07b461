import { setTimeout as pause } from "node:timers/promises";
import { cardsOf } from "../chaos/staff-agents.ts";
import type { FakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import type { FakeMessage, FakeView } from "../fakes/fake-slack/workspace.ts";
import { startFarServer } from "../fakes/far-server.ts";
import { noFaults } from "../fakes/fault-plan.ts";

/** What Slack sent to the app. */
export interface SentBySlack {
  readonly contentType: string;
  readonly body: string;
}

const AGENT = "U0MINJI";
const CHANNEL = "C0TRIAGE";
const PATIENCE_MS = 20_000;

/** An agent uses everything that the desk puts before agents, for the case of `card`; resolves to what Slack sent then. */
export async function recordStaff(
  slack: FakeSlack,
  appUrl: string,
  card: FakeMessage,
): Promise<readonly SentBySlack[]> {
  const sent: SentBySlack[] = [];
  const between = await startFarServer({
    faults: noFaults(),
    answer: async ({ headers, body }) => {
      const contentType = headers["content-type"] ?? "";
      sent.push({ contentType, body });
      const passed = ["content-type", "x-slack-request-timestamp", "x-slack-signature"] as const;
      const kept = Object.fromEntries(passed.map((name) => [name, String(headers[name] ?? "")]));
      const answer = await fetch(appUrl, { method: "POST", headers: kept, body });
      return { status: answer.status, body: await answer.text() };
    },
  });
  slack.appUrl = between.address;
  try {
    await actOn(slack, card);
    return sent;
  } finally {
    slack.appUrl = appUrl;
    await between.stop();
  }
}

async function actOn({ staff, workspace }: FakeSlack, card: FakeMessage): Promise<void> {
  const shows = (action: string) => (JSON.stringify(card.blocks ?? []).includes(`"${action}"`) ? card : undefined);
  await staff.opensHome(AGENT);
  const home = await until(() => workspace.homes.get(AGENT));
  await staff.commands(AGENT, CHANNEL, "/ansim", "list");
  await staff.pressesIn(home, "case_claim");
  await until(() => shows("case_reply"));
  await staff.writes(AGENT, CHANNEL, "확인해 볼게요", card.ts);
  await staff.presses(AGENT, card, "case_reply");
  const view = await until((): FakeView | undefined => staff.viewOf(AGENT));
  await staff.submits(view, { text: "확인했어요." });
  await staff.submits(view);
  await staff.presses(AGENT, card, "case_release");
  await until(() => shows("case_claim"));
  await staff.presses(AGENT, card, "case_claim");
}

/** Waits for the card of the first case. */
export const firstCard = (slack: FakeSlack): Promise<FakeMessage> => until(() => cardsOf(slack)[0]);

async function until<T>(find: () => T | undefined): Promise<T> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 50) {
    const found = find();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error("The desk in Slack did not do what it does");
}
