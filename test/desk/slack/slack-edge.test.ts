import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFromSlack } from "../../../src/desk/slack/verify-signature.ts";
import { MINJI, type RunningSlackDesk, startSlackDesk } from "./start-slack-desk.ts";

let on: RunningSlackDesk;

beforeEach(async () => {
  on = await startSlackDesk();
});

afterEach(() => on.close());

const nowSeconds = (): number => Math.floor(Date.parse(on.clock.now()) / 1_000);
const signed = (body: string, seconds = nowSeconds(), secret = on.slack.signingSecret) => ({
  "x-slack-request-timestamp": String(seconds),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`,
});

const post = (body: string, headers: Readonly<Record<string, string>>, type = "application/json") =>
  fetch(String(on.slack.appUrl), { method: "POST", body, headers: { "content-type": type, ...headers } });

/** A payload as Slack's documentation shows it, under the card that is there. */
const payload = (name: string): string =>
  readFileSync(new URL(`payloads/${name}.json`, import.meta.url), "utf8").replaceAll(
    "$ROOT",
    on.cards().at(-1)?.ts ?? "1700000000.000001",
  );

const opened = async (): Promise<void> => {
  await on.customer("contact_agent");
  await on.settle(1);
};

const notes = async (): Promise<readonly string[]> => {
  await on.pump();
  const { conversation } = (await on.store.cases(1))[0] ?? {};
  const entries = conversation === undefined ? [] : await on.store.entries(conversation, 0);
  return entries.flatMap(({ body }) => (body.kind === "note" ? [body.text] : []));
};

describe("the signature", () => {
  const body = '{"type":"url_verification","challenge":"c"}';
  it("is needed, of these bytes, with this secret, now", async () => {
    expect((await post(body, signed(body))).status).toBe(200);
    const { "x-slack-signature": signature } = signed(body);
    const refused = [
      {},
      { "x-slack-signature": signature },
      { ...signed(body), "x-slack-signature": "" },
      { ...signed(body), "x-slack-signature": signature.replace("v0=", "v1=") },
      { ...signed(body), "x-slack-signature": `${signature}00` },
      { ...signed(body), "x-slack-request-timestamp": `${nowSeconds()}.0` },
      { ...signed(body), "x-slack-request-timestamp": "NaN" },
      signed(body, nowSeconds() - 301),
      // Slack's own library lets this one in.
      signed(body, nowSeconds() + 301),
      signed(body, nowSeconds(), "another secret that is long"),
      signed(`${body} `),
    ];
    for (const headers of refused) expect((await post(body, headers)).status, JSON.stringify(headers)).toBe(401);
    expect(JSON.stringify(on.log.lines)).toContain("desk.slack_not_verified");
  });

  it("with an empty secret is never right", () => {
    const seconds = "1768006800";
    const signature = `v0=${createHmac("sha256", "").update(`v0:${seconds}:x`).digest("hex")}`;
    const request = { body: Buffer.from("x"), timestamp: seconds, signature };
    expect(isFromSlack(request, "", 1_768_006_800_000)).toBe(false);
  });

  it("sent again inside the five minutes has no effect", async () => {
    await opened();
    const note = payload("thread-reply");
    const headers = signed(note);
    expect((await post(note, headers)).status).toBe(200);
    expect((await post(note, headers)).status).toBe(200);
    expect(await notes()).toHaveLength(1);
  });
});

describe("what Slack sends", () => {
  const send = async (name: string): Promise<number> => {
    const body = payload(name);
    return (await post(body, signed(body))).status;
  };

  it("answers the challenge", async () => {
    const body = payload("url-verification");
    expect(await (await post(body, signed(body))).json()).toEqual({ challenge: JSON.parse(body).challenge });
  });

  it.each([
    ["thread-reply", "확인해 볼게요 <급함> @U0JISOO KT (https://www.kt.com)"],
    ["thread-reply-with-file", "화면이에요\n(첨부 파일 1개)"],
    ["thread-broadcast", "모두 보세요"],
    ["message-changed", "(고친 메모) 고친 글"],
    ["message-deleted", "(지운 메모) 지운 글"],
  ])("%s is a note", async (name, text) => {
    await opened();
    expect(await send(name)).toBe(200);
    expect(await notes()).toEqual([text]);
  });

  it.each([
    "card-updated-by-us",
    "unfurled",
    "reaction-added",
    "bot-message",
    "from-another-company",
    "app-rate-limited",
  ])("%s has no effect", async (name) => {
    await opened();
    const calls = on.slack.calls.length;
    expect(await send(name)).toBe(200);
    expect(await notes()).toEqual([]);
    expect(on.slack.calls.length).toBe(calls);
  });

  it("of every other type is answered at once, without effect", async () => {
    await opened();
    const calls = on.slack.calls.length;
    for (const type of EVENT_TYPES) {
      const body = JSON.stringify({
        ...JSON.parse(payload("reaction-added")),
        event: { type, user: MINJI, event_ts: "1.1" },
      });
      expect((await post(body, signed(body))).status, type).toBe(200);
    }
    expect(await notes()).toEqual([]);
    expect(on.slack.calls.length).toBe(calls);
  });

  it.each([
    ["nothing", "", 400],
    ["no JSON", "{", 400],
    ["a list", "[]", 400],
    ["null", "null", 400],
    ["an empty object", "{}", 200],
    ["an event that is none", '{"type":"event_callback","team_id":"T0FAKE","event":{}}', 200],
    ["an event without fields", '{"event":null}', 200],
    ["a note in no channel", '{"team_id":"T0FAKE","event":{"type":"message","channel":null}}', 200],
    ["a note of no user", '{"team_id":"T0FAKE","event":{"type":"message","user":null}}', 200],
    ["a note about a strange item", '{"team_id":"T0FAKE","event":{"type":"message","item":7}}', 200],
    ["a note of no company", '{"event":{"type":"message"},"authorizations":[null]}', 200],
    ["a note of an odd company", '{"event":{"type":"message"},"authorizations":[{"team_id":"__proto__"}]}', 200],
    ["a press of nothing", '{"type":"block_actions","user":{"id":"U1"},"actions":[null]}', 200],
    ["a press without a name", '{"type":"block_actions","user":{"id":"U1"},"actions":[{"action_id":7}]}', 200],
    ["a press of nobody", '{"type":"block_actions","user":null,"actions":[{"action_id":"case_claim"}]}', 200],
    ["a window that is none", '{"type":"view_submission","user":{"id":"U1"},"view":null}', 200],
    ["a window of nobody", '{"type":"view_submission","view":{"callback_id":"reply_write"}}', 200],
    ["a command of nobody", '{"command":"/ansim"}', 200],
    ["a body that means to be clever", '{"__proto__":{"type":"x"},"constructor":1}', 200],
  ])("as %s does no harm", async (_, body, status) => {
    expect((await post(body, signed(body))).status).toBe(status);
  });

  it("as a press or window of somebody else's is answered at once", async () => {
    const form = (value: object) => new URLSearchParams({ payload: JSON.stringify(value) }).toString();
    const who = { team: { id: "T0FAKE" }, user: { id: MINJI } };
    const bodies = [
      form({
        type: "block_actions",
        ...who,
        actions: [{ action_id: "other", action_ts: "1.1", block_id: "b", type: "button" }],
      }),
      form({ type: "block_actions", ...who, actions: [{ action_id: "case_claim", block_id: "b", type: "button" }] }),
      form({ type: "block_actions", ...who, actions: [] }),
      form({
        type: "view_submission",
        ...who,
        view: { id: "V1", callback_id: "reply_preview", private_metadata: "{" },
      }),
      form({ type: "view_submission", ...who, view: { id: "V1", callback_id: "other", private_metadata: "" } }),
      form({ type: "shortcut", ...who, callback_id: "x" }),
      "ssl_check=1&token=x",
      "command=%2Fother&team_id=T0FAKE&user_id=U0MINJI",
    ];
    for (const body of bodies) {
      const started = performance.now();
      expect((await post(body, signed(body), "application/x-www-form-urlencoded")).status, body).toBe(200);
      // Bolt's own door would hold these for three seconds.
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it("that cannot be stored is not acknowledged, so that Slack comes again", async () => {
    await opened();
    const body = payload("thread-reply");
    await on.store.close();
    expect((await post(body, signed(body))).status).toBe(503);
    expect(JSON.stringify(on.log.lines)).toContain('"error":"STORE_UNAVAILABLE"');
    expect(JSON.stringify(on.log.lines)).not.toContain("확인해");
  });
});

describe("the command and App Home", () => {
  it("list what waits and what is mine", async () => {
    await opened();
    const answer = await on.slack.staff.commands(MINJI, "C0TRIAGE", "/ansim");
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("대기 1건"),
    });
    await on.slack.staff.opensHome(MINJI);
    for (let waited = 0; on.slack.workspace.homes.size === 0 && waited < 100; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const home = on.slack.workspace.homes.get(MINJI);
    if (home === undefined) throw new Error("no home");
    expect(JSON.stringify(home.content)).toContain("대기 중인 상담 1건");
    await on.slack.staff.pressesIn(home, "case_claim");
    await on.settle(1);
    const after = await on.slack.staff.commands(MINJI, "C0TRIAGE", "/ansim");
    expect(JSON.parse(after.body).text).toContain("내 상담 1건");
    const shown = () => JSON.stringify(on.slack.workspace.homes.get(MINJI)?.content);
    for (let waited = 0; !shown().includes("내 상담 1건") && waited < 300; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(shown()).toContain("대기 중인 상담 0건");
  });
});

/** Of the Events API's list. */
const EVENT_TYPES = (
  "app_mention app_requested assistant_thread_started call_rejected channel_archive channel_created channel_deleted " +
  "channel_history_changed channel_id_changed channel_left channel_rename channel_shared channel_unarchive channel_unshared " +
  "dnd_updated dnd_updated_user email_domain_changed emoji_changed entity_details_requested file_change file_created file_deleted " +
  "file_public file_shared file_unshared function_executed grid_migration_finished grid_migration_started group_archive " +
  "group_close group_deleted group_history_changed group_left group_open group_rename group_unarchive im_close im_created " +
  "im_history_changed im_open invite_requested link_shared member_joined_channel member_left_channel message " +
  "message_metadata_deleted message_metadata_posted message_metadata_updated pin_added pin_removed reaction_added " +
  "reaction_removed shared_channel_invite_accepted shared_channel_invite_approved shared_channel_invite_declined " +
  "shared_channel_invite_received shared_channel_invite_requested star_added star_removed subteam_created " +
  "subteam_members_changed subteam_self_added subteam_self_removed subteam_updated team_access_granted team_access_revoked " +
  "team_domain_change team_join team_rename user_change user_connection user_huddle_changed user_profile_changed " +
  "user_status_changed workflow_deleted workflow_published a_type_of_tomorrow"
).split(" ");
