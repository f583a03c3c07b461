import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSocket } from "../http/open-socket.ts";
import { LEAD_PASSWORD, PASSWORD, type RunningDesk, startDesk } from "./start-desk.ts";

let desk: RunningDesk;

beforeEach(async () => {
  desk = await startDesk();
});

afterEach(() => desk.close());

describe("logging in", () => {
  it("takes the password and a name, and gives a cookie that scripts and other sites cannot use", async () => {
    const answer = await desk.call("POST", "login", { name: "  민지  ", password: PASSWORD });
    expect(await answer.json()).toEqual({
      agent: { id: expect.stringMatching(/^page-[0-9a-f]{16}$/), name: "민지" },
      lead: false,
    });
    const cookie = answer.headers.get("set-cookie") ?? "";
    for (const part of ["HttpOnly", "SameSite=Strict", "Path=/desk", "Max-Age=43200"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Secure");
    const behindTls = await desk.call(
      "POST",
      "login",
      { name: "민지", password: PASSWORD },
      { "x-forwarded-proto": "https" },
    );
    expect(behindTls.headers.get("set-cookie")).toContain("Secure");
  });

  it("knows a lead by the second password, for as long as the cookie lasts", async () => {
    const lead = await desk.login("박팀장", LEAD_PASSWORD);
    const me = async (headers: Readonly<Record<string, string>>) =>
      await (await desk.call("GET", "me", undefined, headers)).json();
    expect(await me(lead)).toMatchObject({ agent: { name: "박팀장" }, lead: true });
    expect(await me(await desk.login("박팀장"))).toMatchObject({ lead: false });
  });

  it("gives the same person the same id on every machine", async () => {
    const idOf = async (name: string) =>
      ((await (await desk.call("GET", "me", undefined, await desk.login(name))).json()) as { agent: { id: string } })
        .agent.id;
    expect(await idOf("Minji")).toBe(await idOf("minji"));
    expect(await idOf("민지")).not.toBe(await idOf("현우"));
  });

  it.each([
    ["a wrong password", { name: "민지", password: "guess" }, 401],
    ["no password", { name: "민지" }, 400],
    ["no name", { name: "   ", password: PASSWORD }, 400],
    ["markup for a name", { name: "<b>", password: PASSWORD }, 400],
    ["a hidden direction mark in the name", { name: "민\u202e지", password: PASSWORD }, 400],
    ["a name that is too long", { name: "가".repeat(41), password: PASSWORD }, 400],
    ["not JSON", "{", 400],
  ])("is refused with %s", async (_, body, status) => {
    const answer = await desk.call("POST", "login", body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("is slowed down after ten wrong passwords, also for the right one, and for five minutes only", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await desk.call("POST", "login", { name: "x", password: `${attempt}` })).status).toBe(401);
    }
    const right = { name: "민지", password: PASSWORD };
    const blocked = await desk.call("POST", "login", right);
    expect([blocked.status, blocked.headers.get("retry-after")]).toEqual([429, "300"]);
    desk.passMinutes(5.1);
    expect((await desk.call("POST", "login", right)).status).toBe(200);
  });

  it("leaves a trace without the password or the name", async () => {
    await desk.call("POST", "login", { name: "민지", password: "my other password" });
    await desk.login("민지");
    expect(desk.logged()).toContain("desk.login_failed");
    expect(desk.logged()).toContain('"desk.login"');
    expect(desk.logged()).not.toMatch(/password"|민지|correct horse/);
  });
});

describe("being logged in", () => {
  it("is asked for everywhere", async () => {
    for (const [method, path] of [
      ["GET", "me"],
      ["GET", "cases"],
      ["GET", "cases/x"],
      ["POST", "cases/x/acts"],
    ] as const) {
      expect([path, (await desk.call(method, path)).status]).toEqual([path, 401]);
    }
    const socket = await openSocket(`${desk.url}/desk/api/live`);
    expect(await socket.closed).toBe(4401);
  });

  it("ends after twelve hours, for open pages too", async () => {
    const session = await desk.login("민지");
    const socket = await openSocket(`${desk.url}/desk/api/live`, session);
    desk.clock.advance(12 * 3_600 - 1);
    expect((await desk.call("GET", "me", undefined, session)).status).toBe(200);
    desk.clock.advance(2);
    expect((await desk.call("GET", "me", undefined, session)).status).toBe(401);
    await desk.desk.send({ id: 1, attempts: 1, news: { kind: "case-changed", case: "x" as never } });
    expect(await socket.closed).toBe(4401);
    expect(socket.received).toEqual([]);
  });

  it("cannot be made up", async () => {
    const { cookie } = await desk.login("민지");
    const [name, value = ""] = cookie.split("=", 2);
    const [payload = "", mark = ""] = value.split(".");
    const other = Buffer.from(JSON.stringify({ name: "현우", endsAtMs: 9e15 })).toString("base64url");
    for (const forged of [`${other}.${mark}`, `${payload}.`, payload, `${payload}.${mark}x`, ".", "", "%%%"]) {
      expect((await desk.call("GET", "me", undefined, { cookie: `${name}=${forged}` })).status).toBe(401);
    }
  });
});

describe("other sites", () => {
  it("cannot act for an agent who is logged in", async () => {
    const session = await desk.login("민지");
    const body = { id: "act-12345678", act: { kind: "claim" } };
    const without = await desk.call("POST", "cases/x/acts", body, { ...session, "x-ansim-desk": "" });
    expect(without.status).toBe(403);
    const crossSite = await desk.call("POST", "cases/x/acts", body, { ...session, "sec-fetch-site": "cross-site" });
    expect(crossSite.status).toBe(403);
    const foreign = await desk.call("POST", "cases/x/acts", body, { ...session, origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect((await desk.call("POST", "login", {}, { "x-ansim-desk": "" })).status).toBe(403);
    expect(desk.arrivals).toEqual([]);
  });
});
