import { describe, expect, it } from "vitest";
import { resultOfCall } from "../../src/ports/result-of-call.ts";

const answered = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  resultOfCall({ kind: "answered", status, headers, body: "" }, 1);

describe("the result of a call", () => {
  it.each([200, 201, 202, 204])("%i says that it was sent", (status) => {
    expect(answered(status)).toEqual({ kind: "sent" });
  });

  it.each([408, 500, 502, 503, 504])("%i leaves open whether it arrived", (status) => {
    expect(answered(status, { "retry-after": "1" })).toEqual({ kind: "unknown" });
  });

  it.each([301, 302, 400, 401, 403, 404, 410, 413])("%i is final", (status) => {
    expect(answered(status)).toEqual({ kind: "refused", why: `status ${status}` });
  });

  it("waits as long as the far end asks", () => {
    expect(answered(429, { "retry-after": "7" })).toEqual({ kind: "later", afterMs: 7_000 });
    expect(answered(429, { "retry-after": "soon" })).toEqual({ kind: "later", afterMs: 1_000 });
    expect(answered(429, { "retry-after": "999999999" })).toEqual({ kind: "later", afterMs: 86_400_000 });
    expect(answered(429)).toEqual({ kind: "later", afterMs: 1_000 });
  });

  it("tries again what never left, ever more slowly", () => {
    const after = [1, 2, 3, 7, 50].map((attempts) =>
      resultOfCall({ kind: "not-sent", why: "no connection" }, attempts),
    );
    expect(after.map((result) => result.kind === "later" && result.afterMs)).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000,
    ]);
  });

  it("never says of a broken answer that it was sent or not", () => {
    expect(resultOfCall({ kind: "in-doubt", why: "reset" }, 1)).toEqual({ kind: "unknown" });
  });
});
