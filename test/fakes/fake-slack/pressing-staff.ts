import type { Outcome, Parcel } from "./app-sender.ts";
import { eventEnvelope } from "./event-envelope.ts";
import { fillView } from "./fill-view.ts";
import { findElement } from "./find-element.ts";
import type { Json } from "./json.ts";
import { newView, replaceView, shownView } from "./view-methods.ts";
import type { FakeMessage, FakeView, Workspace } from "./workspace.ts";

export interface PressingParts {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  readonly address: () => string;
  readonly send: (parcel: Parcel) => Promise<Outcome>;
}

/** People who press buttons, fill in modals and give commands. Each resolves when the app has answered. */
export interface PressingStaff {
  /** Presses a button (or picks `value` in a select) of a message, by action id. Resolves to the app's status. */
  presses(user: string, message: FakeMessage, actionId: string, value?: string): Promise<number>;
  /** The same inside a modal or the App Home. */
  pressesIn(view: FakeView, actionId: string, value?: string): Promise<number>;
  /** Fills a modal's fields by action id and submits it; resolves to the app's answer, already carried out. */
  submits(view: FakeView, values?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** `/ansim words`; resolves to the app's answer. */
  commands(user: string, channel: string, command: string, words?: string): Promise<Outcome>;
  /** A message shortcut. */
  chooses(user: string, message: FakeMessage, callbackId: string): Promise<number>;
  /** The modal that is open on top before the user. */
  viewOf(user: string): FakeView | undefined;
}

const TRIGGER_MS = 3_000;
const FORM = "application/x-www-form-urlencoded";

export function createPressingStaff(parts: PressingParts): PressingStaff {
  const { workspace } = parts;
  const interact = async (about: string, user: string, payload: Json): Promise<Outcome> => {
    const whole = {
      type: about,
      ...frame(workspace),
      user: person(user, workspace),
      ...trigger(user, parts),
      ...payload,
    };
    const body = new URLSearchParams({ payload: JSON.stringify(whole) }).toString();
    return parts.send({ kind: "interaction", about, contentType: FORM, body });
  };
  const responseUrl = (): string => `${parts.address()}/response/${workspace.nextId("R")}`;
  return {
    presses: async (user, message, actionId, value) => {
      const { channel, ts, thread_ts: thread } = message;
      const place = { message_ts: ts, channel_id: channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
      const answer = await interact("block_actions", user, {
        container: { type: "message", is_ephemeral: false, ...place },
        channel: where(channel, workspace),
        message: eventEnvelope.plain(message),
        state: { values: {} },
        response_url: responseUrl(),
        actions: [press(message.blocks, actionId, value, workspace)],
      });
      return answer.status;
    },
    pressesIn: async (view, actionId, value) => {
      const answer = await interact("block_actions", view.user, {
        container: { type: "view", view_id: view.id },
        view: shownView(view, workspace),
        actions: [press(view.content, actionId, value, workspace)],
      });
      return answer.status;
    },
    submits: async (view, values = {}) => {
      const answer = await interact("view_submission", view.user, {
        view: { ...shownView(view, workspace), state: { values: fillView(view.content, values) } },
        response_urls: [],
      });
      if (answer.status === 200) carryOut(view, answer.body, workspace);
      return answer;
    },
    commands: (user, channel, command, words = "") => {
      const form = {
        token: "legacy",
        team_id: workspace.team.id,
        team_domain: workspace.team.domain,
        channel_id: channel,
        channel_name: workspace.channels.get(channel)?.name ?? "unknown",
        user_id: user,
        user_name: workspace.users.get(user)?.name ?? user,
        command,
        text: words,
        api_app_id: workspace.app.id,
        is_enterprise_install: "false",
        response_url: responseUrl(),
        ...trigger(user, parts),
      };
      const body = new URLSearchParams(form).toString();
      return parts.send({ kind: "command", about: command, contentType: FORM, body });
    },
    chooses: async (user, message, callbackId) => {
      const answer = await interact("message_action", user, {
        callback_id: callbackId,
        channel: where(message.channel, workspace),
        message_ts: message.ts,
        message: eventEnvelope.plain(message),
        response_url: responseUrl(),
      });
      return answer.status;
    },
    viewOf: (user) =>
      [...workspace.views.values()].findLast(
        (view) => view.open && view.user === user && view.content.type === "modal",
      ),
  };
}

const person = (id: string, { users, team }: Workspace): Json => {
  const name = users.get(id)?.name ?? id;
  return { id, username: name, name, team_id: team.id };
};

const where = (id: string, { channels }: Workspace): Json => ({ id, name: channels.get(id)?.name ?? "unknown" });

const frame = ({ team, app }: Workspace): Json => ({
  team,
  api_app_id: app.id,
  token: "legacy",
  enterprise: null,
  is_enterprise_install: false,
});

/** The right to open one modal within three seconds. */
function trigger(user: string, { workspace, nowMs }: PressingParts): { readonly trigger_id: string } {
  const id = workspace.nextId("1.");
  workspace.triggers.set(id, { user, endsMs: nowMs() + TRIGGER_MS });
  return { trigger_id: id };
}

function press(holder: unknown, actionId: string, value: string | undefined, workspace: Workspace): Json {
  const found = findElement(holder, actionId);
  if (found === undefined) throw new Error(`there is no ${actionId} to press`);
  const { block, element } = found;
  const ids = { action_id: actionId, block_id: block, type: element.type, action_ts: workspace.nextTs() };
  if (element.type === "button") return { ...ids, text: element.text, value: value ?? element.value };
  if (element.type === "users_select") return { ...ids, selected_user: value };
  return { ...ids, selected_option: { text: { type: "plain_text", text: value }, value } };
}

/** What the app's answer to a submission does: an empty one closes the modal, `errors` keeps it open. */
function carryOut(view: FakeView, body: string, workspace: Workspace): void {
  const answer = body.trim() === "" ? {} : (JSON.parse(body) as Json);
  switch (answer.response_action) {
    case "errors":
      break;
    case "update":
      replaceView(view, answer.view as Json, workspace);
      break;
    case "push": {
      const pushed = newView(answer.view as Json, view.user, workspace, view.id);
      workspace.views.set(pushed.id, pushed);
      break;
    }
    case "clear":
      for (const other of workspace.views.values()) if (other.user === view.user) other.open = false;
      break;
    default:
      view.open = false;
  }
}
