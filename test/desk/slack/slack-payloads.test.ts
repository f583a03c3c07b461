import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type RunningSlackDesk, startSlackDesk } from "./start-slack-desk.ts";

const FOLDER = new URL("payloads/", import.meta.url);
/** What staff write or do to their own words in a thread of ours. */
const NOTES = ["thread-reply", "thread-reply-with-file", "thread-broadcast", "message-changed", "message-deleted"];
/** Acts when they name a case that is there. */
const PRESSES = ["block-actions-message", "block-actions-home"];
const ALL = readdirSync(FOLDER).map((file) => file.replace(".json", ""));

let on: RunningSlackDesk;

beforeEach(async () => {
  on = await startSlackDesk();
  await on.customer("contact_agent");
  await on.settle(1);
});

afterEach(() => on.close());

/** As Slack sends it: events as JSON, commands as a form, what is pressed as a form that holds JSON. */
async function send(name: string, caseName = "nobody"): Promise<number> {
  const text = readFileSync(new URL(`${name}.json`, FOLDER), "utf8")
    .replaceAll("$ROOT", on.card().ts)
    .replaceAll("$CASE", caseName);
  const value = JSON.parse(text) as Record<string, string>;
  const isEvent = ["event_callback", "url_verification", "app_rate_limited"].includes(value.type ?? "");
  const form = new URLSearchParams(value.command === undefined ? { payload: text } : value).toString();
  const body = isEvent ? text : form;
  const seconds = Math.floor(Date.parse(on.clock.now()) / 1_000);
  const digest = createHmac("sha256", on.slack.signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
  const { status } = await fetch(String(on.slack.appUrl), {
    method: "POST",
    body,
    headers: {
      "content-type": isEvent ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": `v0=${digest}`,
    },
  });
  return status;
}

const known = async () => ({ entries: await on.entriesOf(), cases: await on.store.cases(9) });

it("holds the shapes of what Slack sends", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(37);
  expect(ALL).toEqual(
    expect.arrayContaining([...NOTES, ...PRESSES, "view-submission", "view-closed", "slash-command"]),
  );
});

it.each(ALL.filter((name) => !NOTES.includes(name)))("%s gets 200 and has no effect", async (name) => {
  const before = await known();
  expect(await send(name)).toBe(200);
  await on.pump();
  expect(await known()).toEqual(before);
});

it.each(PRESSES)("%s at a case that is there is an act", async (name) => {
  const { id } = await on.newestCase();
  expect(await send(name, id)).toBe(200);
  await on.pump();
  expect((await on.newestCase()).agent?.name).toBe("minji");
});

it("an app that was taken away is alarmed about at once", async () => {
  expect(await on.stoppedSince()).toBeUndefined();
  await send("app-uninstalled");
  expect(await on.stoppedSince()).toBeDefined();
});
