import { describe, expect, it } from "vitest";
import { createOutgoing } from "../../src/outgoing/create-outgoing.ts";
import type { OutgoingCall } from "../../src/ports/outgoing.ts";
import { startFarEnd, whole } from "./start-far-end.ts";

const outgoing = createOutgoing({ hosts: [], loopback: true, maxAnswerBytes: 1_000 });

const post = (url: string, more: Partial<OutgoingCall> = {}): OutgoingCall => ({
  method: "POST",
  url,
  headers: { "content-type": "application/json" },
  body: '{"words":"안녕"}',
  ...more,
});

describe("an answer", () => {
  it("comes with its status, its headers in lower case and its body", async () => {
    const far = await startFarEnd((socket) =>
      socket.write(whole(201, "좋아요", "Retry-After: 3\r\nX-A: 1\r\nX-A: 2\r\n")),
    );
    expect(await outgoing(post(`${far.url}/a?b=1`))).toMatchObject({
      kind: "answered",
      status: 201,
      headers: { "retry-after": "3", "x-a": "1" },
      body: "좋아요",
    });
    expect(far.requests[0]).toMatch(/^POST \/a\?b=1 HTTP\/1\.1\r\n/);
  });

  it("is returned as it is when it points elsewhere", async () => {
    const other = await startFarEnd((socket) => socket.write(whole(200, "")));
    const far = await startFarEnd((socket) => socket.write(whole(307, "", `Location: ${other.url}/\r\n`)));
    expect(await outgoing(post(far.url))).toMatchObject({ kind: "answered", status: 307 });
    expect(other.connections()).toBe(0);
  });

  it("comes over a kept connection, and over a new one when the far end closed the old", async () => {
    const far = await startFarEnd((socket) => socket.write(whole(200, "")));
    for (let n = 0; n < 6; n += 1) await outgoing(post(far.url));
    expect(far.connections()).toBeLessThan(3);
    const closing = await startFarEnd((socket) => socket.end(whole(200, "")));
    await outgoing(post(closing.url));
    expect(await outgoing(post(closing.url))).toMatchObject({ kind: "answered" });
  });
});

describe("certainly not sent", () => {
  it("when a connection is free only after the process stood still too long", async () => {
    const waiting: (() => void)[] = [];
    const far = await startFarEnd((socket) => waiting.push(() => socket.write(whole(200, ""))));
    const narrow = createOutgoing({ hosts: [], loopback: true, connections: 1, startWithinMs: 100 });
    const first = narrow(post(`${far.url}/1`));
    const second = narrow(post(`${far.url}/2`));
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    const stoodStillSince = performance.now();
    while (performance.now() - stoodStillSince < 150);
    expect(await first).toMatchObject({ kind: "answered" });
    expect(await second).toEqual({ kind: "not-sent", why: "waited too long for a connection" });
    expect(far.requests).toHaveLength(1);
  });

  it("when nobody listens", async () => {
    const far = await startFarEnd(() => undefined);
    const gone = createOutgoing({ hosts: [], loopback: true });
    expect(await gone(post("http://127.0.0.1:1/"))).toEqual({ kind: "not-sent", why: "ECONNREFUSED" });
    expect(far.requests).toEqual([]);
  });

  it("when the far end does not speak TLS", async () => {
    const far = await startFarEnd(
      () => undefined,
      (socket) => socket.end("no\r\n\r\n"),
    );
    const { kind } = await outgoing(post(far.url.replace("http:", "https:")));
    expect(kind).toBe("not-sent");
  });

  it("when the handshake does not end in time", async () => {
    const far = await startFarEnd(() => undefined);
    const hasty = createOutgoing({ hosts: [], loopback: true, connectTimeoutMs: 100 });
    const { kind } = await hasty(post(far.url.replace("http:", "https:")));
    expect(kind).toBe("not-sent");
  });

  it("when time is up before there is a connection, also if one comes later", async () => {
    const far = await startFarEnd((socket) => socket.write(whole(200, "")));
    let finishLookUp = (): void => undefined;
    const looked = new Promise<void>((resolve) => {
      finishLookUp = resolve;
    });
    const slow = createOutgoing({
      hosts: [],
      loopback: true,
      lookUpAll: (_name, done) => void looked.then(() => done(null, [{ address: "127.0.0.1", family: 4 }])),
    });
    const late = post(`http://localhost:${far.port}/late`, { timeoutMs: 50 });
    expect(await slow(late)).toEqual({ kind: "not-sent", why: "timed out" });
    finishLookUp();
    await slow(post(`http://localhost:${far.port}/next`));
    expect(far.requests.map((request) => request.split(" ")[1])).toEqual(["/next"]);
  });

  it("when a header cannot be written", async () => {
    const far = await startFarEnd((socket) => socket.write(whole(200, "")));
    const { kind } = await outgoing(post(far.url, { headers: { "x-a": "1\r\nx-b: 2" } }));
    expect(kind).toBe("not-sent");
    expect(far.requests).toEqual([]);
  });
});

describe("in doubt", () => {
  it("when the far end resets the connection after the request", async () => {
    const far = await startFarEnd((socket) => socket.resetAndDestroy());
    expect((await outgoing(post(far.url))).kind).toBe("in-doubt");
  });

  it("when it resets it in the middle of its answer", async () => {
    const far = await startFarEnd((socket) => {
      socket.write("HTTP/1.1 200 X\r\ncontent-length: 10\r\n\r\nhalf", () => socket.resetAndDestroy());
    });
    expect((await outgoing(post(far.url))).kind).toBe("in-doubt");
  });

  it("when it ends the connection without an answer", async () => {
    const far = await startFarEnd((socket) => socket.end());
    expect((await outgoing(post(far.url))).kind).toBe("in-doubt");
  });

  it("when its answer is not HTTP", async () => {
    const far = await startFarEnd((socket) => socket.write("hello\r\n\r\n"));
    expect((await outgoing(post(far.url))).kind).toBe("in-doubt");
  });

  it("when no answer comes in time", async () => {
    const far = await startFarEnd(() => undefined);
    expect(await outgoing(post(far.url, { timeoutMs: 50 }))).toEqual({ kind: "in-doubt", why: "timed out" });
  });

  it("when the body drips for longer than the whole call may take", async () => {
    const far = await startFarEnd((socket) => {
      socket.write("HTTP/1.1 200 X\r\ncontent-length: 100\r\n\r\n");
      const drip = setInterval(() => socket.write("."), 10);
      socket.on("close", () => clearInterval(drip));
    });
    expect(await outgoing(post(far.url, { timeoutMs: 100 }))).toEqual({ kind: "in-doubt", why: "timed out" });
  });

  it("when the answer is too large, and the rest is not read", async () => {
    let sent = 0;
    const far = await startFarEnd((socket) => {
      socket.write("HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n");
      const flood = setInterval(() => {
        sent += 1_000;
        socket.write(`3e8\r\n${"x".repeat(1_000)}\r\n`);
      }, 1);
      socket.on("close", () => clearInterval(flood));
    });
    expect(await outgoing(post(far.url))).toEqual({ kind: "in-doubt", why: "answer too large" });
    expect(sent).toBeLessThan(100_000);
  });

  it("never tells the address, a header or the body", async () => {
    const far = await startFarEnd((socket) => socket.resetAndDestroy());
    const secret = "s3cr3t";
    const call = post(`${far.url}/${secret}`, { headers: { authorization: secret }, body: secret });
    expect(JSON.stringify(await outgoing(call))).not.toMatch(/s3cr3t|127\.0\.0\.1/);
  });
});
