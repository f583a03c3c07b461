import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../../src/core/app-error.ts";
import { conversationId } from "../../../src/core/ids.ts";
import { type RunningWebChat, SECRET, startWebChat } from "./start-web-chat.ts";

let chat: RunningWebChat;

beforeAll(async () => {
  chat = await startWebChat(SECRET);
});

afterAll(() => chat.close());

const activities = (id: string, more = ""): string => `/v3/directline/conversations/${id}/activities${more}`;

const open = async () => {
  const session = await chat.session();
  await chat.call("POST", "/v3/directline/conversations", session.token, {});
  return session;
};

describe("sessions of the page", () => {
  it("starts a new conversation, and keeps it for a token of the last 14 days", async () => {
    const first = await chat.session();
    expect(first).toMatchObject({ resumed: false, userId: expect.stringMatching(/^dl_/) });
    chat.clock.advance(13 * 86_400);
    const again = await chat.session(first.token);
    expect(again).toMatchObject({ resumed: true, conversationId: first.conversationId, userId: first.userId });
    expect((await chat.call("GET", activities(again.conversationId), again.token)).status).toBe(200);
    chat.clock.advance(15 * 86_400);
    expect(await chat.session(first.token)).toMatchObject({ resumed: false });
  });

  it("starts anew for a token that was tampered with", async () => {
    const first = await chat.session();
    const [head, , mark] = first.token.split(".");
    const claims = { aud: "direct-line", user: "dl_x", conv: first.conversationId, lang: "ko", iat: 1, exp: 9e9 };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${mark}`;
    expect(await chat.session(forged)).toMatchObject({ resumed: false });
  });

  it("refuses a body that is not a wish", async () => {
    expect((await chat.call("POST", "/web-chat/session", undefined, "{")).status).toBe(400);
    expect((await chat.call("POST", "/web-chat/session", undefined, { locale: 7 })).status).toBe(400);
  });
});

describe("tokens", () => {
  it("are generated for the holder of the secret only", async () => {
    const path = "/v3/directline/tokens/generate";
    expect((await chat.call("POST", path)).status).toBe(401);
    expect((await chat.call("POST", path, "guess")).status).toBe(403);
    expect((await chat.call("POST", path, SECRET, { user: { id: "admin" } })).status).toBe(400);
    const answer = await chat.call("POST", path, SECRET, { user: { id: "dl_customer-7" } });
    expect(await answer.json()).toMatchObject({ conversationId: expect.any(String), expires_in: 1800 });
  });

  it("are not generated at all without a configured secret", async () => {
    const other = await startWebChat();
    expect((await other.call("POST", "/v3/directline/tokens/generate", SECRET)).status).toBe(403);
    await other.close();
  });

  it("are refreshed until they expire", async () => {
    const { token, conversationId: id } = await open();
    chat.clock.advance(1_799);
    const fresh = await chat.call("POST", "/v3/directline/tokens/refresh", token);
    expect(await fresh.json()).toMatchObject({ conversationId: id, token: expect.any(String), expires_in: 1800 });
    chat.clock.advance(2);
    expect((await chat.call("POST", "/v3/directline/tokens/refresh", token)).status).toBe(403);
    expect((await chat.call("GET", activities(id), token)).status).toBe(403);
  });

  it("open no other conversation, and a stream ticket is no token", async () => {
    const [mine, other] = [await open(), await open()];
    for (const [method, path] of [
      ["GET", activities(other.conversationId)],
      ["POST", activities(other.conversationId)],
      ["GET", `/v3/directline/conversations/${other.conversationId}`],
      ["POST", `/v3/directline/conversations/${other.conversationId}/upload`],
    ] as const) {
      expect((await chat.call(method, path, mine.token)).status).toBe(403);
      expect((await chat.call(method, path)).status).toBe(401);
    }
    const { streamUrl } = (await (
      await chat.call("GET", `/v3/directline/conversations/${mine.conversationId}`, mine.token)
    ).json()) as { streamUrl: string };
    const ticket = new URL(streamUrl).searchParams.get("t") ?? "";
    expect((await chat.call("GET", activities(mine.conversationId), ticket)).status).toBe(403);
  });

  it("signed with no algorithm or another key are refused", async () => {
    const { conversationId: id } = await open();
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { aud: "direct-line", user: "dl_x", conv: id, lang: "ko", iat: 1, exp: 9_999_999_999 };
    for (const token of [`${encode({ alg: "none" })}.${encode(claims)}.`, "a.b.c", "x", "..".repeat(900)]) {
      expect((await chat.call("GET", activities(id), token)).status).toBe(403);
    }
  });
});

describe("conversations", () => {
  it("are opened once, whatever the number of tabs and reloads", async () => {
    const session = await chat.session(undefined, "en-US");
    const first = await chat.call("POST", "/v3/directline/conversations", session.token, { user: { id: "dl_x" } });
    expect(first.status).toBe(201);
    const second = await chat.call("POST", "/v3/directline/conversations", session.token);
    expect(second.status).toBe(200);
    const opened = chat.memory.arrivals.filter(({ conversation }) => conversation === session.conversationId);
    expect(opened).toMatchObject([
      { dedupeKey: `opened:${session.conversationId}`, activity: { kind: "opened", language: "en" } },
    ]);
    const { streamUrl } = (await first.json()) as { streamUrl: string };
    expect(streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
  });

  it("that do not exist are not found, so that the client starts anew", async () => {
    const session = await chat.session();
    const answer = await chat.call("GET", `/v3/directline/conversations/${session.conversationId}`, session.token);
    expect(answer.status).toBe(404);
  });
});

describe("activities", () => {
  it("come from the customer of the token, whatever the body says", async () => {
    const { token, conversationId: id, userId } = await open();
    const posted = await chat.call("POST", activities(id), token, {
      type: "message",
      text: "위약금 면제 되나요?",
      from: { id: "bot", role: "bot", name: "안심" },
      locale: "ko-KR",
      channelData: { clientActivityID: "c-1", "webchat:sequence-id": 99 },
    });
    const { id: activity } = (await posted.json()) as { id: string };
    const set = (await (await chat.call("GET", activities(id), token)).json()) as {
      activities: readonly Record<string, unknown>[];
      watermark: string;
    };
    expect(set.activities).toMatchObject([
      {
        type: "message",
        id: activity,
        from: { id: userId, role: "user" },
        text: "위약금 면제 되나요?",
        channelData: { clientActivityID: "c-1" },
      },
    ]);
    const rest = (await (await chat.call("GET", activities(id, `?watermark=${set.watermark}`), token)).json()) as {
      activities: unknown[];
      watermark: string;
    };
    expect(rest).toEqual({ activities: [], watermark: set.watermark });
  });

  it("are taken once for one client id, and each time without one", async () => {
    const { token, conversationId: id } = await open();
    const say = (channelData?: object) =>
      chat.call("POST", activities(id), token, { type: "message", text: "네", ...(channelData && { channelData }) });
    const [a, b] = [await say({ clientActivityID: "same" }), await say({ clientActivityID: "same" })];
    expect(await a.json()).toEqual(await b.json());
    await say();
    await say();
    const said = chat.memory.arrivals.filter(
      (arrival) => arrival.conversation === id && arrival.activity.kind === "said",
    );
    expect(said).toHaveLength(3);
  });

  it("may be 10,000 characters long, and a longer one is refused with words for the customer", async () => {
    const { token, conversationId: id } = await open();
    const fits = await chat.call("POST", activities(id), token, { type: "message", text: "😀".repeat(10_000) });
    expect(fits.status).toBe(200);
    const long = await chat.call("POST", activities(id), token, { type: "message", text: "가".repeat(10_001) });
    expect(long.status).toBe(413);
    expect(await long.json()).toMatchObject({
      error: { code: "TextTooLong", message: expect.stringMatching(/10,000자/) },
    });
  });

  it("lose NUL and halves of surrogate pairs, and nothing else", async () => {
    const { token, conversationId: id } = await open();
    await chat.call("POST", activities(id), token, '{"type":"message","text":"가\\u0000나\\ud800다😀\\n"}');
    expect(chat.memory.arrivals.at(-1)?.activity).toMatchObject({ kind: "said", text: "가나\uFFFD다😀\n" });
  });

  it("that ask for nothing are accepted and dropped", async () => {
    const { token, conversationId: id } = await open();
    const before = chat.memory.arrivals.length;
    for (const type of ["typing", "event", "conversationUpdate", "handoff", "somethingNew"]) {
      const answer = await chat.call("POST", activities(id), token, { type, name: "x" });
      expect([answer.status, await answer.json()]).toEqual([200, { id: expect.any(String) }]);
    }
    expect(chat.memory.arrivals).toHaveLength(before);
  });

  it("with files are refused with words for the customer", async () => {
    const { token, conversationId: id } = await open();
    const attached = { type: "message", text: "보세요", attachments: [{ contentUrl: "http://169.254.169.254/" }] };
    const posted = await chat.call("POST", activities(id), token, attached);
    const uploaded = await chat.call("POST", `/v3/directline/conversations/${id}/upload?userId=x`, token, "--part");
    for (const answer of [posted, uploaded]) {
      expect(answer.status).toBe(415);
      expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining("글로 적어 주세요") } });
    }
  });

  it("of staff show the agent's name; notes and acts of the desk never leave", async () => {
    const { token, conversationId: id } = await open();
    const conversation = conversationId(id);
    chat.memory.append(conversation, { kind: "note", agentName: "민지", text: "비밀 메모" });
    chat.memory.append(conversation, { kind: "desk", event: "claim", agentName: "민지" });
    chat.memory.append(conversation, { kind: "agent", agentName: "민지", text: "안녕하세요 **별**" });
    const text = await (await chat.call("GET", activities(id), token)).text();
    expect(text).not.toContain("비밀 메모");
    expect(JSON.parse(text)).toMatchObject({
      activities: [
        { from: { id: "agent", name: "민지", role: "bot" }, textFormat: "plain", text: "안녕하세요 **별**" },
      ],
    });
  });
});

describe("trouble", () => {
  it("with the store is a 503 without details, and nothing of it in the log", async () => {
    const broken = await startWebChat();
    const { token, conversationId: id } = await broken.session();
    broken.memory.breakDown(new AppError("STORE_UNAVAILABLE", "disk /secret is full"));
    const answer = await broken.call("POST", activities(id), token, { type: "message", text: "제 번호는 비밀" });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain("secret");
    expect(broken.logged()).not.toContain("비밀");
    expect(broken.logged()).not.toContain(token);
    await broken.close();
  });
});
