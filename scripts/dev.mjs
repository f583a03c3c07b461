// The whole product with a desk in Slack, without an account: npm run dev
// Starts a fake Slack on this machine, with a page that shows its channels, and the program as its app. Settings of the
// environment hold, all but those of Slack.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";

const FAKE_PORT = 3979;
const PORT = process.env.PORT || "3978";

const built = ensureBuilt();
const load = (path) => import(pathToFileURL(join(built, path)).href);
const { startFakeSlack } = await load("test/fakes/fake-slack/start-fake-slack.js");
const { servePage } = await load("test/fakes/fake-slack/serve-page.js");

const slack = await startFakeSlack({
  port: FAKE_PORT,
  page: servePage,
  appUrl: `http://127.0.0.1:${PORT}/slack/events`,
});
Object.assign(process.env, {
  PORT,
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_TRIAGE_CHANNEL: "C0TRIAGE",
  SLACK_LEADS: "U0LEAD",
});
process.stdout.write(`Fake Slack     ${slack.address}/   (nothing leaves this machine)\n`);
await load("src/main.js");
