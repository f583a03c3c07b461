import type { App } from "@slack/bolt";
import type { DeskNumbers } from "../../core/desk-numbers.ts";
import type { DeskWatch } from "../../ports/desk-fault.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { SwitchDesk } from "../../ports/switch-desk.ts";
import { type AgentNames, type SlackUser, slackAgentId } from "./agent-names.ts";
import { type ListStore, listCases, listWords } from "./case-list.ts";
import { homeView, PRESENCE } from "./home-view.ts";
import { commandSchema, envelopeSchema, homeSchema, pressedSchema } from "./slack-body.ts";
import type { CallSlack } from "./slack-calls.ts";
import { COMMAND } from "./slack-scopes.ts";

export interface HomeParts {
  readonly store: ListStore & Pick<Store, "presences" | "setPresence">;
  readonly call: CallSlack;
  readonly switches: SwitchDesk;
  readonly numbers: DeskNumbers;
  readonly isLead: (user: SlackUser) => boolean;
  readonly agentOf: AgentNames["agentOf"];
  readonly watch?: DeskWatch;
  readonly log: Log;
}

/** App Home, the command, and what Slack says when the app is taken away. */
export function listenToHome(app: App, parts: HomeParts): void {
  app.event("app_home_opened", async ({ body }) => {
    const envelope = envelopeSchema.safeParse(body).data;
    const opened = homeSchema.safeParse(envelope?.event).data;
    if (envelope === undefined || opened?.tab !== "home") return;
    // Not waited for: Slack wants its answer first, and who sees nothing opens it again.
    publishHome({ team: envelope.team_id, user: opened.user }, parts);
  });
  app.command(COMMAND, async ({ ack, body }) => {
    const read = commandSchema.safeParse(body).data;
    if (read === undefined) return ack();
    const list = await listCases(parts.store, slackAgentId({ team: read.team_id, user: read.user_id }));
    await ack({ response_type: "ephemeral", text: listWords(list) });
  });
  app.action(/^home_/, async ({ ack, body }) => {
    await takePresence(body, parts);
    await ack();
  });
  for (const gone of ["app_uninstalled", "tokens_revoked"] as const) {
    app.event(gone, async () => {
      parts.log.error("desk.slack_stopped", { word: gone });
      // Revoked tokens may be those of a person only; the next post will tell.
      if (gone === "app_uninstalled") parts.watch?.stopped(gone);
    });
  }
}

async function takePresence(body: unknown, parts: HomeParts): Promise<void> {
  const read = pressedSchema.safeParse(body).data;
  const pressed = read?.actions[0]?.action_id;
  if (read === undefined || (pressed !== PRESENCE.here && pressed !== PRESENCE.away)) return;
  const who = { team: read.team.id, user: read.user.id, name: read.user.name };
  const agent = parts.agentOf(who);
  const before = (await parts.store.presences()).find((one) => one.agent.id === agent.id);
  // A press from before the newest one, told of again.
  if (before !== undefined && Date.parse(before.since) > Number(read.actions[0]?.action_ts) * 1_000) return;
  await parts.store.setPresence(agent, pressed === PRESENCE.away);
  parts.log.info("desk.presence", { agent: agent.id, away: pressed === PRESENCE.away });
  publishHome(who, parts);
}

/** Shows a person what waits and what is theirs. */
export function publishHome(who: SlackUser, parts: HomeParts): void {
  const { call, log } = parts;
  drawHome(who, parts)
    .then((view) => call("views.publish", { user_id: who.user, view }))
    .then((called) => {
      if (called.kind !== "ok") log.warn("desk.slack_no_home", { agent: slackAgentId(who), word: called.word });
    })
    .catch((error: unknown) => {
      log.warn("desk.slack_no_home", { error: error instanceof Error ? error.name : "unknown" });
    });
}

async function drawHome(who: SlackUser, { store, switches, numbers, isLead, agentOf }: HomeParts) {
  const me = agentOf(who);
  const lead = isLead(who);
  const [list, presences] = await Promise.all([listCases(store, me.id), store.presences()]);
  const board = lead ? { board: await switches.board() } : {};
  return homeView({ me, lead, list, presences, urgencyOf: numbers.urgencyOf, ...board });
}
