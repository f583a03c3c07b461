import type { DeskAct } from "../../src/core/activity.ts";
import { createPageDesk } from "../../src/desk/page/create-page-desk.ts";
import { createServer } from "../../src/http/create-server.ts";
import { KEY, ROOT } from "../channels/web-chat/start-web-chat.ts";
import { type AgentName, deskContract } from "../contract/desk.contract.ts";
import { openSocket } from "../http/open-socket.ts";
import { startWithCustomers } from "./start-with-customers.ts";

const PASSWORD = "correct horse battery";

deskContract("page", async () => {
  const base = await startWithCustomers();
  const page = await createPageDesk({ ...base, labels: [], password: PASSWORD, key: KEY, root: ROOT });
  const server = createServer({ ...page, ready: () => true, log: base.log });
  const url = await server.listen(0, "127.0.0.1");
  const call = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/desk/api/${path}`, {
      method: "POST",
      headers: { "x-ansim-desk": "1", ...headers },
      body: JSON.stringify(body),
    });
  const login = async (name: AgentName) => {
    const answer = await call("login", { name, password: PASSWORD });
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    return { cookie, live: await openSocket(`${url.replace("http", "ws")}/desk/api/live`, { cookie }) };
  };
  const agents = { minji: await login("minji"), jisoo: await login("jisoo") };
  let made = 0;
  const act = async (agent: AgentName, wish: DeskAct, id = `act-${10_000_000 + made++}`): Promise<void> => {
    await call(`cases/${(await base.newestCase()).id}/acts`, { id, act: wish }, { cookie: agents[agent].cookie });
  };
  return {
    ...base,
    settle: async () => {
      await base.pump(page.desk);
      await base.pump(page.desk);
      // News come over a socket of their own.
      await new Promise((resolve) => setTimeout(resolve, 50));
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
