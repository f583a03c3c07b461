import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE_REASONS } from "../../src/core/activity.ts";
import { HAND_OFF_REASONS } from "../../src/core/case.ts";
import { ROOT } from "../channels/web-chat/start-web-chat.ts";
import { type RunningDesk, startDesk } from "./start-desk.ts";

const FOLDER = join(ROOT, "src/desk/page/public");
const sources = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")] as const);
const { words, switchLanguage } = (await import("../../src/desk/page/public/desk-words.js" as string)) as {
  words(): Readonly<Record<string, unknown>> & {
    readonly reasons: object;
    readonly closeReasons: object;
    readonly refused: object;
  };
  switchLanguage(): void;
};

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.close());

describe("the desk page", () => {
  it("is whole: every file that it names is served, under a strict policy", async () => {
    const answer = await fetch(`${desk.url}/desk`);
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    const named = [...(await answer.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? "");
    const imported = sources.flatMap(([, text]) =>
      [...text.matchAll(/from "\.\/([^"]+)"/g)].map((match) => `/desk/${match[1]}`),
    );
    expect(named.length).toBeGreaterThan(2);
    for (const path of new Set([...named, ...imported])) {
      expect([path, (await fetch(desk.url + path)).status]).toEqual([path, 200]);
    }
  });

  it("never turns words into markup, and asks nobody else for anything", () => {
    for (const [name, text] of sources) {
      expect([name, /innerHTML|insertAdjacentHTML|outerHTML|document\.write|\son\w+="|style="/.test(text)]).toEqual([
        name,
        false,
      ]);
      const others = [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([url]) => url);
      expect([name, others.filter((url) => url !== "http://www.w3.org")]).toEqual([name, []]);
    }
  });

  it("has words for everything that can be asked, closed or refused, in both languages", () => {
    const shapes = [words()];
    switchLanguage();
    shapes.push(words());
    switchLanguage();
    const [korean, english] = shapes;
    expect(Object.keys(english ?? {}).sort()).toEqual(Object.keys(korean ?? {}).sort());
    const html = sources.find(([name]) => name === "index.html")?.[1] ?? "";
    for (const shape of shapes) {
      expect(Object.keys(shape.reasons).sort()).toEqual([...HAND_OFF_REASONS].sort());
      expect(Object.keys(shape.closeReasons).sort()).toEqual([...CLOSE_REASONS].sort());
      expect(Object.keys(shape.refused).sort()).toEqual(
        ["bot-off", "forbidden-link", "not-open", "not-yours", "personal-data", "taken", "unfilled"].sort(),
      );
      for (const [, key] of html.matchAll(/data-word="([^"]+)"/g)) expect(shape).toHaveProperty(key ?? "");
    }
  });
});
