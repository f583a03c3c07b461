import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasDeskPage, readConfig } from "../src/config.ts";
import { projectRoot } from "../src/project-root.ts";

describe("readConfig", () => {
  it("needs nothing", () => {
    expect(readConfig({})).toEqual({
      PORT: 3978,
      HOST: "127.0.0.1",
      DATA_DIR: "./data",
      INCIDENT: "kt-2025",
      LOG_LEVEL: "info",
      TRUST_PROXY: "no",
    });
  });

  it("takes an empty value for absent, as .env.example leaves them", () => {
    expect(readConfig({ AS_OF: "", DESK_PASSWORD: "" }).AS_OF).toBeUndefined();
  });

  it("tells every fault at once", () => {
    const bad = { PORT: "70000", AS_OF: "2025-09-31", DESK_PASSWORD: "short", LOG_LEVEL: "loud" };
    expect(() => readConfig(bad)).toThrowError(/4 settings[\s\S]*PORT[\s\S]*AS_OF[\s\S]*DESK_PASSWORD[\s\S]*LOG_LEVEL/);
  });

  it("takes the address of a PostgreSQL, and never repeats what may hold a password", () => {
    const url = "postgres://ansim:p%40ss@db.example:5432/ansim?sslmode=require";
    expect(readConfig({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
    expect(readConfig({ DATABASE_URL: "postgresql:///ansim?host=/run/postgresql" }).DATABASE_URL).toBeDefined();
    const wrong = ["mysql://u:sesame@db/ansim", "ansim:sesame@db", "postgres://u:sesame@db", "postgres://u:sesame@db/"];
    for (const DATABASE_URL of wrong) {
      const read = () => readConfig({ DATABASE_URL });
      expect(read).toThrowError(/DATABASE_URL: must be an address like postgres:/);
      expect(read).not.toThrowError(/sesame/);
    }
  });

  it("wants all that Slack needs, or nothing of it", () => {
    const whole = {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_TRIAGE_CHANNEL: "C0123456789",
      SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
    };
    expect(readConfig(whole)).toMatchObject(whole);
    expect(hasDeskPage(readConfig(whole))).toBe(false);
    expect(hasDeskPage(readConfig({ ...whole, DESK_PAGE: "yes" }))).toBe(true);
    expect(hasDeskPage(readConfig({ DESK_PAGE: "no" }))).toBe(true);
    const { SLACK_SIGNING_SECRET: _, ...laptop } = { ...whole, SLACK_APP_TOKEN: "xapp-1" };
    expect(readConfig(laptop)).toMatchObject(laptop);
    for (const name of Object.keys(whole)) {
      expect(() => readConfig({ ...whole, [name]: "" }), name).toThrowError(new RegExp(`${name}: is missing: `));
    }
    expect(() => readConfig({ ...whole, SLACK_BOT_TOKEN: "xoxp-1" })).toThrowError(/Bot User OAuth Token/);
    expect(() => readConfig({ ...whole, SLACK_TRIAGE_CHANNEL: "#triage" })).toThrowError(/not its name/);
    expect(() => readConfig({ ...whole, SLACK_SIGNING_SECRET: "short" })).toThrowError(/Signing Secret/);
  });

  it("is described whole by .env.example", () => {
    const example = readFileSync(join(projectRoot, ".env.example"), "utf8");
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const all = [
      "AS_OF",
      "DATABASE_URL",
      "DATA_DIR",
      "DESK_PAGE",
      "DESK_PASSWORD",
      "DIRECT_LINE_SECRET",
      "HOST",
      "INCIDENT",
      "LOG_LEVEL",
      "PORT",
      "PUBLIC_URL",
      "SLACK_API_URL",
      "SLACK_APP_TOKEN",
      "SLACK_BOT_TOKEN",
      "SLACK_SIGNING_SECRET",
      "SLACK_TRIAGE_CHANNEL",
      "TRUST_PROXY",
    ];
    expect(named).toEqual(all);
    const source = readFileSync(join(projectRoot, "src/config.ts"), "utf8");
    expect([...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name).sort()).toEqual(all);
  });
});
