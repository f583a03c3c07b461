import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRecorded } from "../../src/cli/recorded-request.ts";
import { replayHere } from "../../src/cli/replay-request.ts";
import { doorOf, REPLAYED } from "../../src/cli/sign-recorded.ts";
import { projectRoot } from "../../src/project-root.ts";

/** For the channels that answer by a call of their own. */
const WAIT_MS = 4_000;
const LONG = 60_000;

const folderOf = (channel: string): string => join(projectRoot, "test/channels", channel, "payloads");
const filesOf = (channel: string): readonly string[] => {
  try {
    return readdirSync(folderOf(channel)).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
};
const read = (channel: string, file: string) => readRecorded(readFileSync(join(folderOf(channel), file), "utf8"));

describe("recorded requests", () => {
  const all = REPLAYED.flatMap((channel) => filesOf(channel).map((file) => [channel, file] as const));

  it("are there", () => expect(all.length).toBeGreaterThanOrEqual(20));

  it.each(all)("of %s: %s can be read", (channel, file) => {
    expect(read(channel, file)).toMatchObject({ method: "POST", path: expect.stringMatching(/^\//) });
  });

  it("that are wrong say what is", () => {
    expect(readRecorded("{")).toBe("the file is not JSON");
    expect(readRecorded('{"method":"POST","path":"x","headers":{},"body":""}')).toMatch(/^path: /);
  });

  it("keep a body that is a string byte for byte", () => {
    const recorded = readRecorded('{"method":"POST","path":"/x","headers":{},"body":"{ \\"a\\" : 1 }"}');
    expect(recorded).toMatchObject({ body: '{ "a" : 1 }' });
  });

  it.each([
    ["kakao", "question.json", 0],
    ["naver", "04-text.json", 0],
    ["line", "02-text.json", WAIT_MS],
    ["bot-framework", "01-teams-text.json", WAIT_MS],
  ])(
    "of %s are answered by a server of their own",
    async (channel, file, waitMs) => {
      const request = read(channel, file);
      const door = doorOf(channel);
      if (typeof request === "string" || door === undefined) throw new Error("not read");
      const settings = { ...door.settings, AS_OF: "2026-01-10" };
      const { status, body, calls } = await replayHere(door.sign(request, settings), settings, waitMs);
      expect(status).toBe(200);
      expect([body, ...calls.map((call) => String(call.body))].join()).toContain("2026년 1월 13일");
      expect(calls.length, "calls to the far end").toBe(waitMs === 0 ? 0 : 1);
    },
    LONG,
  );

  it("are refused without credentials", async () => {
    const request = read("kakao", "question.json");
    if (typeof request === "string") throw new Error("not read");
    expect((await replayHere(request, doorOf("kakao")?.settings ?? {}, 0)).status).toBe(401);
  });
});
