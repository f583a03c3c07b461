import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import { agentId } from "../../core/ids.ts";
import type { CallSlack } from "./slack-calls.ts";

/** A member of staff as Slack names them. */
export interface SlackUser {
  readonly team: string;
  readonly user: string;
}

const userSchema = z.object({
  user: z.object({
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** The customer reads this when Slack does not say a name in time. */
const NAMELESS = "상담사";
const LONGEST_NAME = 40;
/** Slack waits three seconds for us, and we must not let it wait for Slack. */
const PATIENCE_MS = 250;

/** The same person of the same workspace is the same agent. */
export const slackAgentId = ({ team, user }: SlackUser) => agentId(`slack:${team}:${user}`);

/** The person behind an agent; undefined for agents of another desk. */
export function slackUserOf(id: string): SlackUser | undefined {
  const [desk, team, user] = id.split(":");
  return desk === "slack" && team !== undefined && user !== undefined ? { team, user } : undefined;
}

/** Puts names to agents, each asked for once; a name that comes too late is there for the next act. */
export function createAgentNames(call: CallSlack): (user: SlackUser) => Promise<Agent> {
  const names = new Map<string, string>();
  const asking = new Map<string, Promise<string | undefined>>();
  const ask = async (user: string): Promise<string | undefined> => {
    const called = await call("users.info", { user });
    const name = called.kind === "ok" ? nameIn(called.answer) : undefined;
    if (name !== undefined) names.set(user, name);
    asking.delete(user);
    return name;
  };
  return async (who) => {
    const id = slackAgentId(who);
    const known = names.get(who.user);
    if (known !== undefined) return { id, name: known };
    const asked = asking.get(who.user) ?? ask(who.user);
    asking.set(who.user, asked);
    return { id, name: (await inTime(asked)) ?? NAMELESS };
  };
}

function nameIn(answer: object): string | undefined {
  const { user } = userSchema.safeParse(answer).data ?? {};
  return [user?.profile?.display_name, user?.profile?.real_name, user?.real_name]
    .map((name) =>
      name
        ?.replace(/[\p{C}<>]/gu, "")
        .trim()
        .slice(0, LONGEST_NAME),
    )
    .find((name) => name !== undefined && name !== "");
}

function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    asked.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
