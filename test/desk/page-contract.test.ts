import type { DeskAct } from "../../src/core/activity.ts";
import { agentOf } from "../../src/desk/page/agent-session.ts";
import { createPageDesk } from "../../src/desk/page/create-page-desk.ts";
import { createServer } from "../../src/http/create-server.ts";
import { KEY, ROOT } from "../channels/web-chat/start-web-chat.ts";
import { type AgentName, deskContract } from "../contract/desk.contract.ts";
import { openSocket } from "../http/open-socket.ts";
import { startWithCustomers } from "./start-with-customers.ts";

const PASSWORD = "correct horse battery";

const LEAD_PASSWORD = "correct lead staple";

deskContract("page", async (options) => {
  const base = await startWithCustomers(options);
  const page = await createPageDesk({
    ...base,
    labels: [],
    password: PASSWORD,
    leadPassword: LEAD_PASSWORD,
    key: KEY,
    root: ROOT,
  });
  const server = createServer({ ...page, ready: () => true, log: base.log });
  const url = await server.listen(0, "127.0.0.1");
  const call = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/desk/api/${path}`, {
      method: "POST",
      headers: { "x-ansim-desk": "1", ...headers },
      body: JSON.stringify(body),
    });
  const login = async (name: string, password = PASSWORD) => {
    const answer = await call("login", { name, password });
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    return { cookie, live: await openSocket(`${url.replace("http", "ws")}/desk/api/live`, { cookie }) };
  };
  const agents = { minji: await login("minji"), jisoo: await login("jisoo"), lead: await login("lead", LEAD_PASSWORD) };
  let made = 0;
  const act = async (agent: AgentName | "lead", wish: DeskAct, id = `act-${10_000_000 + made++}`): Promise<void> => {
    // To a colleague by name, as the page's list has it.
    const sent = wish.kind === "transfer" ? { ...wish, to: wish.to.name } : wish;
    await call(`cases/${(await base.newestCase()).id}/acts`, { id, act: sent }, { cookie: agents[agent].cookie });
  };
  const settle = async () => {
    await base.pump(page.desk);
    await base.pump(page.desk);
    // News come over a socket of their own.
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return {
    ...base,
    settle,
    pass: async (ms) => {
      base.clock.advance(ms / 1_000);
      await settle();
    },
    passesOn: (agent, to) => act(agent, { kind: "transfer", to: agentOf(to) }),
    leadTakesOver: () => act("lead", { kind: "take-over" }),
    triesToTakeOver: (agent) => act(agent, { kind: "take-over" }),
    opensAgain: (agent) => act(agent, { kind: "re-open" }),
    takesBack: async (agent) => {
      const held = (await base.entriesOf()).flatMap(({ body }) => (body.kind === "note" ? (body.reply ?? []) : []));
      await act(agent, { kind: "take-back", reply: held.at(-1) ?? 1 });
    },
    claims: (agent) => act(agent, { kind: "claim" }),
    releases: (agent) => act(agent, { kind: "release" }),
    notes: (agent, text) => act(agent, { kind: "note", text }),
    replies: async (agent, text, times = 1) => {
      const id = `reply-${10_000_000 + made++}`;
      for (let pressed = 0; pressed < times; pressed += 1) await act(agent, { kind: "reply", text }, id);
    },
    handsBack: (agent) => act(agent, { kind: "hand-back" }),
    ends: (agent, reason) => act(agent, { kind: "close", reason }),
    refusals: (agent) => agents[agent].live.received.filter((text) => text.includes('"refused"')).length,
    close: async () => {
      await server.close();
      await base.store.close();
    },
  };
});
