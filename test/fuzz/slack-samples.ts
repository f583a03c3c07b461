import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";
import { sign } from "../fakes/fake-slack/app-sender.ts";
import type { FakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import { firstCard, recordStaff, type SentBySlack } from "./record-staff.ts";
import type { SampleRequest } from "./sample-request.ts";

const PATH = "/slack/events";
const FORM = "application/x-www-form-urlencoded";
const PAYLOADS = join(projectRoot, "test/desk/slack/payloads");

/** Everything that Slack sends, under the card of the first case, which must have been opened. */
export async function slackSamples(address: string, slack: FakeSlack): Promise<readonly SampleRequest[]> {
  const card = await firstCard(slack);
  const events = readdirSync(PAYLOADS).map((file) => ({
    contentType: "application/json",
    body: readFileSync(join(PAYLOADS, file), "utf8").replaceAll("$ROOT", card.ts),
  }));
  const staff = await recordStaff(slack, `${address}${PATH}`, card);
  return [...events, ...staff].map((sent) => sampleOf(sent, slack));
}

function sampleOf({ contentType, body }: SentBySlack, { signingSecret }: FakeSlack): SampleRequest {
  const payload = contentType === FORM ? new URLSearchParams(body) : undefined;
  const headers = {
    "content-type": contentType,
    // The last attempt: a note in a thread that is no case's would be answered 503 before, so that Slack tells of it again.
    "x-slack-retry-num": "3",
  };
  const sample = { method: "POST", path: PATH, headers, sign: signed(signingSecret) };
  if (payload === undefined) return { ...sample, name: "slack event", body: numbered(body) };
  const pressed = payload.get("payload");
  return pressed === null
    ? { ...sample, name: "slack command", body: JSON.stringify(Object.fromEntries(payload)), wrap: asForm }
    : { ...sample, name: "slack interaction", body: numbered(pressed), wrap: asPayload };
}

/** Events and presses are known by these, and taken once. */
const numbered = (body: string): string =>
  body
    .replace(/"event_id":\s*"/, "$&$$NEW")
    .replace(/"action_ts":\s*"/, "$&$$NEW")
    .replace(/("(?:client_msg_id)":\s*")/, "$&$$NEW");

const signed = (secret: string) => (body: Buffer) => {
  const seconds = Math.floor(Date.now() / 1_000);
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": sign(secret, seconds, body) };
};

const asPayload = (body: Buffer): Buffer => Buffer.from(`payload=${body.toString("hex").replace(/../g, "%$&")}`);

/** What is no object of texts any more travels as it is. */
function asForm(body: Buffer): Buffer {
  try {
    const read: unknown = JSON.parse(body.toString());
    return Buffer.from(new URLSearchParams(Object.entries(read ?? {})).toString());
  } catch {
    return body;
  }
}
