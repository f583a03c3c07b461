import { z } from "zod";
import type { FarReply } from "../far-server.ts";
import type { FakeSlack } from "./start-fake-slack.ts";
import type { FakeView } from "./workspace.ts";

const actSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("write"),
    user: z.string(),
    channel: z.string(),
    thread: z.string().optional(),
    text: z.string(),
  }),
  z.object({ kind: z.literal("command"), user: z.string(), channel: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("press"),
    user: z.string(),
    channel: z.string().optional(),
    ts: z.string().optional(),
    view: z.string().optional(),
    action: z.string(),
    value: z.string().optional(),
  }),
  z.object({ kind: z.literal("submit"), user: z.string(), view: z.string(), values: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal("home"), user: z.string() }),
]);

type PageAct = z.infer<typeof actSchema>;

/** Does what a person did on the page, as Slack would tell the app. */
export async function actOnPage(slack: FakeSlack, body: unknown): Promise<FarReply> {
  const { success, data, error } = actSchema.safeParse(body);
  if (!success) return { status: 400, body: z.prettifyError(error) };
  try {
    const refusal = await carryOut(slack, data);
    return refusal === undefined ? { status: 200, body: "ok" } : { status: 409, body: refusal };
  } catch (fault) {
    return { status: 409, body: fault instanceof Error ? fault.message : "failed" };
  }
}

/** Resolves to what the person should be told, or nothing. */
async function carryOut(slack: FakeSlack, act: PageAct): Promise<string | undefined> {
  const { staff } = slack;
  switch (act.kind) {
    case "write":
      await staff.writes(act.user, act.channel, act.text, act.thread);
      return undefined;
    case "command": {
      const [command = "", ...words] = act.text.split(" ");
      const { body } = await staff.commands(act.user, act.channel, command, words.join(" "));
      return body === "" ? undefined : spoken(body);
    }
    case "press":
      return refusalOf(await pressed(slack, act));
    case "submit": {
      const { status, body } = await staff.submits(viewOf(slack, act.view), act.values);
      return body.includes('"errors"') ? spoken(body) : refusalOf(status);
    }
    case "home":
      await staff.opensHome(act.user);
      return undefined;
  }
}

function pressed(slack: FakeSlack, act: Extract<PageAct, { kind: "press" }>): Promise<number> {
  if (act.view !== undefined) return slack.staff.pressesIn(viewOf(slack, act.view), act.action, act.value);
  const message = slack.workspace.message(act.channel ?? "", act.ts ?? "");
  if (message === undefined) throw new Error("That message is gone.");
  return slack.staff.presses(act.user, message, act.action, act.value);
}

function viewOf({ workspace }: FakeSlack, id: string): FakeView {
  const view = workspace.views.get(id);
  if (view === undefined) throw new Error("That modal is gone.");
  return view;
}

const refusalOf = (status: number): string | undefined =>
  status >= 200 && status < 300 ? undefined : `The app answered ${status === 0 ? "nothing" : status}.`;

/** The words in an answer that is JSON, or the answer itself. */
function spoken(body: string): string {
  try {
    const { text, errors } = z
      .object({ text: z.string().optional(), errors: z.record(z.string(), z.string()).optional() })
      .parse(JSON.parse(body));
    return text ?? Object.values(errors ?? {}).join(" ");
  } catch {
    return body;
  }
}
