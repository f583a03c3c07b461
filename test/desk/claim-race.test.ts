import { createHmac, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createPageDesk } from "../../src/desk/page/create-page-desk.ts";
import { createServer } from "../../src/http/create-server.ts";
import { KEY, ROOT } from "../channels/web-chat/start-web-chat.ts";
import { JISOO, startSlackDesk } from "./slack/start-slack-desk.ts";

const RACES = 200;
const AT_ONCE = 20;
const PASSWORD = "correct horse battery";
const FORM = "application/x-www-form-urlencoded";

it(`an agent in Slack and one at the page race ${RACES} times: one owner each, and the loser is told who won`, async () => {
  const on = await startSlackDesk();
  const page = await createPageDesk({ ...on, labels: [], password: PASSWORD, key: KEY, root: ROOT });
  const server = createServer({ ...page, ready: () => true, log: on.log });
  const url = await server.listen(0, "127.0.0.1");
  const headers = { "x-ansim-desk": "1" };
  const login = await fetch(`${url}/desk/api/login`, {
    method: "POST",
    headers,
    body: JSON.stringify({ name: "민지", password: PASSWORD }),
  });
  const cookie = (login.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  const atPage = (id: string) =>
    fetch(`${url}/desk/api/cases/${id}/acts`, {
      method: "POST",
      headers: { ...headers, cookie },
      body: JSON.stringify({ id: randomUUID(), act: { kind: "claim" } }),
    });
  let presses = 0;
  /** A press as Slack tells of it, signed. */
  const inSlack = (id: string) => {
    presses += 1;
    const action = { type: "button", action_id: "case_claim", action_ts: `1768200000.${presses}`, value: id };
    const who = { team: { id: "T0FAKE" }, user: { id: JISOO }, channel: { id: "C0TRIAGE" } };
    const payload = JSON.stringify({ type: "block_actions", ...who, actions: [action] });
    const body = new URLSearchParams({ payload }).toString();
    const seconds = String(Math.floor(Date.parse(on.clock.now()) / 1_000));
    const hash = createHmac("sha256", on.slack.signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
    const signed = { "x-slack-request-timestamp": seconds, "x-slack-signature": `v0=${hash}` };
    return fetch(String(on.slack.appUrl), { method: "POST", body, headers: { "content-type": FORM, ...signed } });
  };

  for (let n = 0; n < RACES; n += 1) await on.customer("contact_agent", `race-${n}`);
  await on.assistantOnly();
  const cases = await on.store.cases(RACES);
  expect(cases).toHaveLength(RACES);
  for (let n = 0; n < RACES; n += AT_ONCE) {
    const answers = cases.slice(n, n + AT_ONCE).flatMap(({ id }, place) => {
      const both = [atPage, inSlack];
      return (place % 2 === 0 ? both : both.toReversed()).map((claim) => claim(id));
    });
    const statuses = (await Promise.all([...answers, on.assistantOnly(), on.assistantOnly()])).flatMap((answer) =>
      answer === undefined ? [] : [answer.status],
    );
    expect(new Set(statuses)).toEqual(new Set([200, 202]));
  }
  await on.assistantOnly();

  const winners = new Set<string>();
  for (const { id, conversation } of cases) {
    const { agent } = (await on.store.case(id)) ?? {};
    const claims = (await on.entriesOf(conversation)).filter(
      ({ body }) => body.kind === "desk" && body.event === "claim",
    );
    expect([agent?.name, claims.length]).toEqual([expect.stringMatching(/^(?:민지|jisoo)$/), 1]);
    winners.add(agent?.name ?? "");
  }
  expect(winners).toEqual(new Set(["민지", "jisoo"]));
  const told: string[] = [];
  const budget = { perSecond: 100_000, burst: 100_000 };
  for (;;) {
    const due = await on.store.claimDeliveries([{ target: "desk", max: 500, budget }]);
    if (due.length === 0) break;
    for (const { cargo, ...attempt } of due) {
      if (cargo.target === "desk" && cargo.news.kind === "refused") {
        expect(cargo.news).toMatchObject({ why: "taken", holder: expect.stringMatching(/^(?:민지|jisoo)$/) });
        told.push(cargo.news.case);
      }
      await on.store.settleDelivery({ ...attempt }, { kind: "sent" });
    }
  }
  expect(told.toSorted()).toEqual(cases.map(({ id }) => String(id)).toSorted());
  await server.close();
  await on.close();
}, 120_000);
