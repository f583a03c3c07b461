import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasDeskPage, readConfig } from "../src/config.ts";
import { projectRoot } from "../src/project-root.ts";

describe("readConfig", () => {
  it("needs nothing", () => {
    expect(readConfig({})).toEqual({
      SLACK_POSTS_PER_SECOND: 1,
      PORT: 3978,
      HOST: "127.0.0.1",
      DATA_DIR: "./data",
      INCIDENT: "kt-2025",
      KAKAO_BOT_IDS: [],
      KAKAO_CALLBACK_HOSTS: ["bot-api.kakao.com"],
      KAKAO_SKILL_HEADER: "x-ansim-secret",
      LOG_LEVEL: "info",
      NAVER_TALK_SOURCES: "211.249.40.0/27,211.249.68.0/27,220.230.168.0/27",
      TRUST_PROXY: "no",
      BOT_FRAMEWORK_DEVELOPMENT: "no",
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

  it("takes the Bot Framework without tokens only on this machine, and never beside a registration", () => {
    const development = { BOT_FRAMEWORK_DEVELOPMENT: "yes" };
    expect(readConfig(development).BOT_FRAMEWORK_DEVELOPMENT).toBe("yes");
    for (const HOST of ["0.0.0.0", "::", "192.168.0.7", "bot.example", "127.0.0.1.evil.example"]) {
      expect(() => readConfig({ ...development, HOST })).toThrowError(/BOT_FRAMEWORK_DEVELOPMENT: .*only with HOST/);
    }
    const registered = {
      MICROSOFT_APP_ID: "5f1c3f0a-6f8e-4a53-9c4e-0d8f5f1f7a11",
      MICROSOFT_APP_PASSWORD: "not-a-real-secret",
    };
    expect(readConfig(registered).MICROSOFT_APP_ID).toBe(registered.MICROSOFT_APP_ID);
    expect(() => readConfig({ ...registered, ...development })).toThrowError(/together with MICROSOFT_APP_ID/);
    expect(() => readConfig({ MICROSOFT_APP_ID: registered.MICROSOFT_APP_ID })).toThrowError(/APP_PASSWORD: is needed/);
    expect(() => readConfig({ MICROSOFT_APP_PASSWORD: registered.MICROSOFT_APP_PASSWORD })).toThrowError(
      /MICROSOFT_APP_ID: is missing/,
    );
  });

  it("wants settings together that mean nothing alone", () => {
    const secret = { KAKAO_SKILL_SECRET: "a secret of 20 letters" };
    expect(() => readConfig(secret)).toThrowError(/1 settings[\s\S]*KAKAO_BOT_IDS/);
    expect(() => readConfig({ KAKAO_EVENT_NAME: "answer" })).toThrowError(/KAKAO_EVENT_REST_API_KEY/);
    expect(readConfig({ ...secret, KAKAO_BOT_IDS: "one, two" }).KAKAO_BOT_IDS).toEqual(["one", "two"]);
  });

  it("turns LINE and Naver on only with all that they need", () => {
    expect(() => readConfig({ LINE_CHANNEL_SECRET: "0123456789abcdef" })).toThrowError(
      /LINE_CHANNEL_ACCESS_TOKEN: is needed with LINE_CHANNEL_SECRET/,
    );
    expect(() => readConfig({ NAVER_TALK_AUTHORIZATION: "ct_x" })).toThrowError(/NAVER_TALK_PATH_SECRET: is needed/);
    expect(() => readConfig({ NAVER_TALK_PATH_SECRET: "short", NAVER_TALK_SOURCES: "everywhere" })).toThrowError(
      /NAVER_TALK_PATH_SECRET: must be 32[\s\S]*NAVER_TALK_SOURCES: must be addresses/,
    );
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

  it("takes leads by the ids that Slack gives, and says where to find them", () => {
    expect(readConfig({ SLACK_LEADS: "U0LEAD123, W0LEAD456" }).SLACK_LEADS).toEqual(["U0LEAD123", "W0LEAD456"]);
    expect(readConfig({}).SLACK_LEADS).toBeUndefined();
    for (const wrong of ["@minji", "U0LEAD123,", "민지", "u0lead123", "U0LEAD123 U0LEAD456"]) {
      expect(() => readConfig({ SLACK_LEADS: wrong }), wrong).toThrowError(/SLACK_LEADS[\s\S]*Copy member ID/);
    }
  });

  it("wants both sides of live support, over a road that nobody can read", () => {
    const webhook = {
      LIVE_SUPPORT_WEBHOOK_URL: "https://calls.example.com/cases",
      LIVE_SUPPORT_WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef",
    };
    expect(readConfig(webhook)).toMatchObject(webhook);
    for (const name of Object.keys(webhook)) {
      expect(() => readConfig({ ...webhook, [name]: "" }), name).toThrowError(new RegExp(`${name}: is needed`));
    }
    for (const url of ["http://calls.example.com", "https://me:secret@calls.example.com", "calls"]) {
      expect(() => readConfig({ ...webhook, LIVE_SUPPORT_WEBHOOK_URL: url }), url).toThrowError(/https address/);
    }
    expect(() => readConfig({ ...webhook, LIVE_SUPPORT_WEBHOOK_SECRET: "short" })).toThrowError(/32 characters/);
    const hub = { LIVE_SUPPORT_HUB_URL: "https://hub.example.com" };
    expect(() => readConfig(hub)).toThrowError(/LIVE_SUPPORT_HUB_URL: needs MICROSOFT_APP_ID/);
    expect(readConfig({ ...hub, BOT_FRAMEWORK_DEVELOPMENT: "yes" })).toMatchObject(hub);
  });

  it("is described whole by .env.example", () => {
    const example = readFileSync(join(projectRoot, ".env.example"), "utf8");
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const all = [
      "AS_OF",
      "BOT_FRAMEWORK_DEVELOPMENT",
      "DATABASE_URL",
      "DATA_DIR",
      "DESK_ALARM_WEBHOOK_SECRET",
      "DESK_ALARM_WEBHOOK_URL",
      "DESK_LEAD_PASSWORD",
      "DESK_PAGE",
      "DESK_PASSWORD",
      "DIRECT_LINE_SECRET",
      "HOST",
      "INCIDENT",
      "KAKAO_BOT_IDS",
      "KAKAO_CALLBACK_HOSTS",
      "KAKAO_EVENT_NAME",
      "KAKAO_EVENT_REST_API_KEY",
      "KAKAO_SKILL_HEADER",
      "KAKAO_SKILL_SECRET",
      "LINE_CHANNEL_ACCESS_TOKEN",
      "LINE_CHANNEL_SECRET",
      "LIVE_SUPPORT_HUB_URL",
      "LIVE_SUPPORT_WEBHOOK_SECRET",
      "LIVE_SUPPORT_WEBHOOK_URL",
      "LOG_LEVEL",
      "METRICS_TOKEN",
      "MICROSOFT_APP_ID",
      "MICROSOFT_APP_PASSWORD",
      "MICROSOFT_APP_TENANT_ID",
      "NAVER_TALK_AUTHORIZATION",
      "NAVER_TALK_PATH_SECRET",
      "NAVER_TALK_SOURCES",
      "PORT",
      "PUBLIC_URL",
      "REPLY_UNDO_SECONDS",
      "SLACK_API_URL",
      "SLACK_APP_TOKEN",
      "SLACK_BOT_TOKEN",
      "SLACK_LEADS",
      "SLACK_POSTS_PER_SECOND",
      "SLACK_SIGNING_SECRET",
      "SLACK_TRIAGE_CHANNEL",
      "TRUST_PROXY",
    ];
    expect(named).toEqual(all);
    const source = readFileSync(join(projectRoot, "src/config.ts"), "utf8");
    expect([...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name).sort()).toEqual(all);
  });
});
