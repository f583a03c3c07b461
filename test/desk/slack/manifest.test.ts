import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { SLACK_PATH } from "../../../src/desk/slack/slack-route.ts";
import { COMMAND, COMMAND_SCOPES, EVENT_SCOPES, METHOD_SCOPES } from "../../../src/desk/slack/slack-scopes.ts";
import { projectRoot } from "../../../src/project-root.ts";

const text = readFileSync(`${projectRoot}/slack/manifest.yaml`, "utf8");
const manifest = parse(text);

describe("slack/manifest.yaml", () => {
  it("asks for the rights that the code needs and for no other", () => {
    const needed = [...Object.values(METHOD_SCOPES), ...Object.values(EVENT_SCOPES), COMMAND_SCOPES].flat();
    expect(manifest.oauth_config.scopes).toEqual({ bot: [...new Set(needed)].sort() });
  });

  it("subscribes to the events that the code listens to and to no other", () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(Object.keys(EVENT_SCOPES).sort());
  });

  it("names the one command and the one address", () => {
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([COMMAND]);
    const addresses = [...text.matchAll(/https:\/\/help\.example\.com(\S*)/g)].map(([, path]) => path);
    expect(new Set(addresses)).toEqual(new Set([SLACK_PATH]));
  });
});
