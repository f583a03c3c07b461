import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, type RunningWebChat, startWebChat } from "./start-web-chat.ts";

const FOLDER = join(ROOT, "src/channels/web-chat/page");
const sources = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")] as const);
const words = (await import("../../../src/channels/web-chat/page/page-words.js" as string)) as {
  WORDS: Readonly<Record<"ko" | "en", Readonly<Record<string, unknown>>>>;
};
const { webChatWords } = (await import("../../../src/channels/web-chat/page/page-web-chat-words.js" as string)) as {
  webChatWords(language: "ko"): (strings: object) => Readonly<Record<string, string>>;
};

/** Missing in the Korean of Web Chat 4.18.1. */
const MISSING = [
  "TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT",
  "TEXT_INPUT_DROP_ZONE",
  "TEXT_INPUT_LENGTH_EXCEEDED_ALT",
  "TELEPHONE_KEYPAD_INPUT_MESSAGE",
  "TEXT_INPUT_ATTACHMENTS_FEW",
  "TEXT_INPUT_ATTACHMENTS_MANY",
  "TEXT_INPUT_ATTACHMENTS_ONE",
  "TEXT_INPUT_ATTACHMENTS_OTHER",
  "TEXT_INPUT_ATTACHMENTS_TWO",
];

let chat: RunningWebChat;

beforeAll(async () => {
  chat = await startWebChat();
});

afterAll(() => chat.close());

describe("the customer page", () => {
  it("has a policy without inline scripts and a new number for styles each time", async () => {
    const [one, two] = [await fetch(`${chat.url}/`), await fetch(`${chat.url}/`)];
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    expect(await one.text()).toContain(`data-style-nonce="${nonce}"`);
    expect(two.headers.get("content-security-policy")).not.toContain(nonce);
  });

  it("is whole: every file that it names is served", async () => {
    const html = await (await fetch(`${chat.url}/`)).text();
    expect(html).not.toContain("{{");
    const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? "");
    const imported = sources.flatMap(([, text]) =>
      [...text.matchAll(/from "\.\/([^"]+)"/g)].map((match) => `/web-chat/${match[1]}`),
    );
    expect(named.length).toBeGreaterThan(3);
    for (const path of new Set([...named, ...imported])) {
      expect([path, (await fetch(chat.url + path)).status]).toEqual([path, 200]);
    }
  });

  it("asks nobody else for anything", () => {
    for (const [name, text] of sources) {
      const others = [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([url]) => url);
      expect([name, others.filter((url) => url !== "http://www.w3.org")]).toEqual([name, []]);
      expect(text).not.toMatch(/innerHTML|\son\w+="|style="/);
    }
  });

  it("says everything in both languages, and fills in the Korean that Web Chat lacks", () => {
    expect(Object.keys(words.WORDS.en).sort()).toEqual(Object.keys(words.WORDS.ko).sort());
    const html = sources.find(([name]) => name === "index.html")?.[1] ?? "";
    for (const [, key] of html.matchAll(/data-word="([^"]+)"/g)) expect(words.WORDS.ko).toHaveProperty(key ?? "");
    const korean = webChatWords("ko")({});
    for (const key of MISSING) expect(korean[key]).toMatch(/[가-힣]/);
  });

  it("promises nothing and reassures nobody falsely", () => {
    expect(JSON.stringify(sources)).not.toMatch(/안전(합니다|해요)|보장|약속/);
  });
});
