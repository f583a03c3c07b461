import { expect, it } from "vitest";
import { fuzzServer } from "../fuzz/fuzz-server.ts";

it("answers whatever is sent, and never as if it were its own fault", async () => {
  const { crashes, unanswered, serverErrors, statuses } = await fuzzServer(4_000, 20_251_230);
  expect({ crashes, unanswered, serverErrors }).toEqual({ crashes: 0, unanswered: 0, serverErrors: {} });
  expect(statuses["2"], "some are good enough to be taken").toBeGreaterThan(100);
  expect(statuses["4"], "most are refused").toBeGreaterThan(1_000);
});
