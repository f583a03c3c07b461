import { type AgentName, deskContract } from "../../contract/desk.contract.ts";
import { startSlackDesk, TRIAGE } from "./start-slack-desk.ts";

const userOf = (agent: AgentName): string => `U0${agent.toUpperCase()}`;

deskContract("Slack", async () => {
  const on = await startSlackDesk();
  const { staff } = on.slack;
  const press = async (agent: AgentName, action: string, value?: string): Promise<void> => {
    await staff.presses(userOf(agent), on.card(), action, value);
  };
  return {
    ...on,
    settle: () => on.settle(2),
    claims: (agent) => press(agent, "case_claim"),
    releases: (agent) => press(agent, "case_release"),
    notes: async (agent, text) => {
      await staff.writes(userOf(agent), TRIAGE, text, on.card().ts);
    },
    replies: async (agent, text, times = 1) => {
      await on.settle(1);
      const window = await on.opensReply(userOf(agent));
      const answer = await staff.submits(window, { text });
      if (answer.body.includes('"errors"')) return;
      for (let pressed = 0; pressed < times; pressed += 1) await staff.submits(window);
    },
    handsBack: (agent) => press(agent, "case_hand_back"),
    ends: async (agent, reason) => press(agent, "case_close", `${(await on.newestCase()).id}/${reason}`),
    refusals: (agent) => on.thread().filter((text) => text.includes(`<@${userOf(agent)}>`)).length,
  };
});
