import { expect, it } from "vitest";
import { agentId } from "../../../src/core/ids.ts";
import { createAgentNames } from "../../../src/desk/slack/agent-names.ts";
import type { Called } from "../../../src/desk/slack/slack-calls.ts";

const who = { team: "T1", user: "U1", name: "minji.kim" };
const id = agentId("slack:T1:U1");

/** Slack, answering when it is told to. */
const slack = () => {
  const asked: ((called: Called) => void)[] = [];
  return {
    asked,
    call: () => new Promise<Called>((resolve) => asked.push(resolve)),
    says: async (name: string) => {
      asked.at(-1)?.({ kind: "ok", answer: { user: { profile: { display_name: name } } } });
      await new Promise((resolve) => setImmediate(resolve));
    },
    fails: async () => {
      asked.at(-1)?.({ kind: "again", word: "ratelimited" });
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

it("nobody waits for Slack to say a name; it is there for the next act", async () => {
  const { call, says, asked } = slack();
  const { agentOf } = createAgentNames(call);
  expect(agentOf(who)).toEqual({ id, name: "minji.kim" });
  expect(agentOf({ team: "T1", user: "U1" })).toEqual({ id, name: "상담사" });
  expect(asked).toHaveLength(1);
  await says("김민지");
  expect(agentOf(who)).toEqual({ id, name: "김민지" });
  expect(asked).toHaveLength(1);
});

it("a name of before the start is used until Slack says another", async () => {
  const { call, says, fails, asked } = slack();
  const { agentOf, otherOf } = createAgentNames(call, [{ id, name: "김민지" }]);
  expect(agentOf(who).name).toBe("김민지");
  await fails();
  expect((await otherOf({ team: "T1", user: "U1" })).name).toBe("김민지");
  expect(agentOf(who).name).toBe("김민지");
  expect(asked).toHaveLength(2);
  await says("이민지");
  expect(agentOf(who).name).toBe("이민지");
});

it("of a colleague who is only chosen from a list, the name is waited for", async () => {
  const { call, says } = slack();
  const { otherOf } = createAgentNames(call);
  const asked = otherOf({ team: "T1", user: "U1" });
  await says("<박>지수");
  expect((await asked).name).toBe("박지수");
});
