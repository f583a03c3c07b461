import { type AgentName, deskContract } from "../../contract/desk.contract.ts";
import { LEAD, startSlackDesk, TRIAGE, textsIn } from "./start-slack-desk.ts";

const userOf = (agent: AgentName): string => `U0${agent.toUpperCase()}`;

deskContract("Slack", async (options) => {
  const on = await startSlackDesk(options);
  const { staff } = on.slack;
  const press = async (agent: AgentName, action: string, value?: string): Promise<void> => {
    await staff.presses(userOf(agent), on.card(), action, value);
  };
  const more = async (user: string) => {
    await on.settle(1);
    return on.opens(user, "case_more");
  };
  /** Events bring no name, and nobody waits for one: whoever has been in App Home is known by the next act. */
  const knowsName = async (user: string): Promise<void> => {
    const asked = () => on.slack.calls.some(({ method, given }) => method === "users.info" && given.user === user);
    if (asked()) return;
    await staff.opensHome(user);
    for (let waited = 0; !asked() && waited < 100; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 30));
  };
  /** As a request that somebody makes up: Slack signs what it is told of a press. */
  const forges = async (user: string, action: string): Promise<void> => {
    const value = (await on.newestCase()).id;
    const card = on.card();
    const blocks = [{ type: "actions", elements: [{ type: "button", action_id: action, value }] }];
    await staff.presses(user, { ...card, blocks }, action);
  };
  return {
    ...on,
    pass: async (ms) => {
      on.clock.advance(ms / 1_000);
      await on.settle(0);
      await on.settle(0);
    },
    passesOn: async (agent, to) => {
      await staff.submits(await more(userOf(agent)), { user: userOf(to) });
    },
    leadTakesOver: async () => {
      await staff.pressesIn(await more(LEAD), "case_take_over");
    },
    triesToTakeOver: (agent) => forges(userOf(agent), "case_take_over"),
    opensAgain: async (agent) => {
      const window = await more(userOf(agent));
      if (textsIn(window.content).includes("다시 열기")) await staff.pressesIn(window, "case_re_open");
      else await forges(userOf(agent), "case_re_open");
    },
    takesBack: async (agent) => {
      const post = on.slack
        .messagesIn(TRIAGE, on.card().ts)
        .findLast((one) => JSON.stringify(one).includes("case_take_back"));
      if (post === undefined) throw new Error("nothing to take back");
      await staff.presses(userOf(agent), post, "case_take_back");
    },
    settle: () => on.settle(2),
    claims: (agent) => press(agent, "case_claim"),
    releases: (agent) => press(agent, "case_release"),
    notes: async (agent, text) => {
      await knowsName(userOf(agent));
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
