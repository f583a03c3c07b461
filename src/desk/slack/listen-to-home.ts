import type { App } from "@slack/bolt";
import type { Log } from "../../ports/log.ts";
import { type SlackUser, slackAgentId } from "./agent-names.ts";
import { homeView, type ListStore, listCases, listWords } from "./case-list.ts";
import { commandSchema, envelopeSchema, homeSchema } from "./slack-body.ts";
import type { CallSlack } from "./slack-calls.ts";
import { COMMAND } from "./slack-scopes.ts";

export interface HomeParts {
  readonly store: ListStore;
  readonly call: CallSlack;
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
  for (const gone of ["app_uninstalled", "tokens_revoked"] as const) {
    app.event(gone, async () => {
      parts.log.error("desk.slack_stopped", { word: gone });
    });
  }
}

/** Shows a person what waits and what is theirs. */
export function publishHome(who: SlackUser, { store, call, log }: HomeParts): void {
  listCases(store, slackAgentId(who))
    .then((list) => call("views.publish", { user_id: who.user, view: homeView(list) }))
    .then((called) => {
      if (called.kind !== "ok") log.warn("desk.slack_no_home", { agent: slackAgentId(who), word: called.word });
    })
    .catch((error: unknown) => {
      log.warn("desk.slack_no_home", { error: error instanceof Error ? error.name : "unknown" });
    });
}
