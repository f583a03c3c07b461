import { randomUUID } from "node:crypto";
import type { DeskAct } from "../../src/core/activity.ts";
import type { Case } from "../../src/core/case.ts";
import type { CaseView } from "../../src/ports/desk-view.ts";

/** An agent at the desk page, over HTTP. */
export interface AgentAtDesk {
  cases(): Promise<readonly Case[]>;
  /** States of the words of a case that have not reached the customer, in order. */
  undelivered(id: string): Promise<readonly string[]>;
  act(id: string, act: DeskAct): Promise<void>;
}

export async function openAgent(address: string, name: string, password: string): Promise<AgentAtDesk> {
  const call = (method: string, path: string, cookie: string, body?: unknown) =>
    fetch(`${address}/desk/api/${path}`, {
      method,
      headers: { "x-ansim-desk": "1", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const login = await call("POST", "login", "", { name, password });
  if (login.status !== 200) throw new Error(`the desk answered ${login.status} to the password`);
  const cookie = (login.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  return {
    cases: async () => ((await (await call("GET", "cases", cookie)).json()) as { cases: readonly Case[] }).cases,
    undelivered: async (id) => {
      const { view } = (await (await call("GET", `cases/${id}`, cookie)).json()) as { view: CaseView };
      return view.undelivered.map(({ state }) => state);
    },
    act: async (id, act) => {
      const { status } = await call("POST", `cases/${id}/acts`, cookie, { id: randomUUID(), act });
      if (status !== 202) throw new Error(`the desk answered ${status} to ${act.kind}`);
    },
  };
}
