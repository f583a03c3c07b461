import { checkView } from "./check-view.ts";
import { findMarkup } from "./find-markup.ts";
import type { Json } from "./json.ts";
import { type Arguments, type Method, type MethodParts, type MethodResult, refused, text } from "./method.ts";
import { type FakeView, type Workspace, withBlockIds } from "./workspace.ts";

/** Opens a modal before the user whose trigger is given, on top of nothing. */
export const openView: Method = (given, parts) => show(given, parts, undefined);

/** Opens a modal on top of the one that is open. */
export const pushView: Method = (given, parts) => {
  const user = parts.workspace.triggers.get(String(given.trigger_id))?.user;
  const below = [...parts.workspace.views.values()].findLast((view) => view.open && view.user === user);
  return below === undefined ? refused("not_found") : show(given, parts, below.id);
};

export const updateView: Method = (given, { workspace }) => {
  const external = text(given.external_id);
  const view =
    external === undefined
      ? workspace.views.get(String(given.view_id))
      : [...workspace.views.values()].findLast(({ content }) => content.external_id === external);
  if (view === undefined || !view.open) return refused("not_found");
  if (given.hash !== undefined && given.hash !== view.hash) return refused("hash_conflict");
  const fault = faultOf(given.view, "modal");
  if (fault !== undefined) return fault;
  replaceView(view, given.view as Json, workspace);
  return { ok: true, view: shownView(view, workspace) };
};

/** What stands in a user's App Home. */
export const publishView: Method = (given, { workspace }) => {
  const user = String(given.user_id);
  if (!workspace.users.has(user)) return refused("invalid_arguments", ["user_id: unknown"]);
  const fault = faultOf(given.view, "home");
  if (fault !== undefined) return fault;
  const before = workspace.homes.get(user);
  if (given.hash !== undefined && before !== undefined && given.hash !== before.hash) return refused("hash_conflict");
  const view = newView(given.view as Json, user, workspace);
  workspace.homes.set(user, view);
  workspace.views.set(view.id, view);
  return { ok: true, view: shownView(view, workspace) };
};

/** As payloads and answers show it. */
export const shownView = (view: FakeView, workspace: Workspace): Json => ({
  private_metadata: "",
  callback_id: "",
  ...view.content,
  id: view.id,
  hash: view.hash,
  team_id: workspace.team.id,
  app_id: workspace.app.id,
  bot_id: workspace.app.botId,
  root_view_id: view.previous ?? view.id,
  previous_view_id: view.previous ?? null,
  state: { values: {} },
});

export function newView(content: Json, user: string, workspace: Workspace, previous?: string): FakeView {
  return {
    id: workspace.nextId("V"),
    user,
    ...(previous === undefined ? {} : { previous }),
    hash: workspace.nextId("h."),
    content: withIds(content, workspace),
    open: true,
    markup: findMarkup({ blocks: content.blocks }),
  };
}

export function replaceView(view: FakeView, content: Json, workspace: Workspace): void {
  view.hash = workspace.nextId("h.");
  view.content = withIds(content, workspace);
}

function show(given: Arguments, { workspace, nowMs }: MethodParts, previous: string | undefined): MethodResult {
  const trigger = String(given.trigger_id);
  const held = workspace.triggers.get(trigger);
  if (held === undefined) return refused("exchanged_trigger_id");
  workspace.triggers.delete(trigger);
  if (nowMs() > held.endsMs) return refused("expired_trigger_id");
  const fault = faultOf(given.view, "modal");
  if (fault !== undefined) return fault;
  const view = newView(given.view as Json, held.user, workspace, previous);
  workspace.views.set(view.id, view);
  return { ok: true, view: shownView(view, workspace) };
}

function faultOf(view: unknown, surface: "modal" | "home"): MethodResult | undefined {
  if (typeof view !== "object" || view === null) return refused("invalid_arguments", ["view: missing"]);
  const faults = checkView(view as Json, surface);
  return faults.length > 0 ? refused("invalid_arguments", faults) : undefined;
}

const withIds = (content: Json, workspace: Workspace): Json => ({
  ...content,
  blocks: withBlockIds(Array.isArray(content.blocks) ? content.blocks : [], workspace),
});
