import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import { agentId } from "../../core/ids.ts";
import type { Store } from "../../ports/store.ts";
import type { CallSlack } from "./slack-calls.ts";

/** A member of staff as Slack names them. */
export interface SlackUser {
  readonly team: string;
  readonly user: string;
  /** As the request calls them; not what they call themselves. */
  readonly name?: string | undefined;
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
const MOST_CASES = 1_000;
/** Slack waits three seconds for us. */
const PATIENCE_MS = 250;

/** The same person of the same workspace is the same agent. */
export const slackAgentId = ({ team, user }: SlackUser) => agentId(`slack:${team}:${user}`);

/** The person behind an agent; undefined for agents of another desk. */
export function slackUserOf(id: string): SlackUser | undefined {
  const [desk, team, user] = id.split(":");
  return desk === "slack" && team !== undefined && user !== undefined ? { team, user } : undefined;
}

export interface AgentNames {
  /** At once, with the best name that is known by now; a better one is there for the next act. */
  readonly agentOf: (user: SlackUser) => Agent;
  /** Of somebody of whom Slack told only the id: waits a moment for the name when there is none. */
  readonly otherOf: (user: SlackUser) => Promise<Agent>;
}

/** Puts names to agents: as Slack says, which is asked for once, else as in `before`, else as in the request. */
export function createAgentNames(call: CallSlack, before: readonly Agent[] = []): AgentNames {
  const names = new Map<string, string>();
  const kept = new Map<string, string>(before.map(({ id, name }) => [id, name]));
  const asking = new Map<string, Promise<string | undefined>>();
  const ask = async (user: string): Promise<string | undefined> => {
    const called = await call("users.info", { user });
    const name = called.kind === "ok" ? nameIn(called.answer) : undefined;
    if (name !== undefined) names.set(user, name);
    asking.delete(user);
    return name;
  };
  const learn = (user: string): Promise<string | undefined> => {
    const asked = asking.get(user) ?? ask(user);
    asking.set(user, asked);
    return asked;
  };
  const knownOf = ({ user, name }: SlackUser, id: string): string | undefined =>
    names.get(user) ?? kept.get(id) ?? cleanName(name);
  return {
    agentOf: (who) => {
      if (!names.has(who.user)) void learn(who.user);
      const id = slackAgentId(who);
      return { id, name: knownOf(who, id) ?? NAMELESS };
    },
    otherOf: async (who) => {
      const id = slackAgentId(who);
      return { id, name: knownOf(who, id) ?? (await inTime(learn(who.user))) ?? NAMELESS };
    },
  };
}

/** Names of before the start: of who has a case, and of who said whether they take cases. */
export async function agentsBefore(store: Pick<Store, "cases" | "presences">): Promise<readonly Agent[]> {
  const [cases, presences] = await Promise.all([store.cases(MOST_CASES), store.presences()]);
  return [...cases.flatMap(({ agent }) => agent ?? []), ...presences.map(({ agent }) => agent)].filter(
    ({ name }) => name !== NAMELESS,
  );
}

function nameIn(answer: object): string | undefined {
  const { user } = userSchema.safeParse(answer).data ?? {};
  return [user?.profile?.display_name, user?.profile?.real_name, user?.real_name].map(cleanName).find((name) => name);
}

function cleanName(name: string | undefined): string | undefined {
  const clean = name
    ?.replace(/[\p{C}<>]/gu, "")
    .trim()
    .slice(0, LONGEST_NAME);
  return clean === "" ? undefined : clean;
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
