import { expect, it } from "vitest";
import { parseEvent } from "../../../src/channels/naver/parse.ts";

it("gives customers no names that a database cannot hold", () => {
  const parse = (user: string) => parseEvent(Buffer.from(JSON.stringify({ event: "open", user })));
  expect(parse("al-2\0eGuGr5W")).toMatchObject({ user: "al-2eGuGr5W" });
  expect(parse("al\ud800")).toMatchObject({ user: "al\ufffd" });
});
