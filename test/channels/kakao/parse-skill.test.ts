import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSkill } from "../../../src/channels/kakao/parse-skill.ts";
import { readPayloads } from "../read-payloads.ts";

const parsed = (body: unknown) => parseSkill(Buffer.from(JSON.stringify(body)));

describe("a skill call", () => {
  it.each(readPayloads("kakao").map((body) => [body.toString().slice(0, 60), body] as const))(
    "%s … is read",
    (_, body) => {
      expect(parseSkill(body)).toMatchObject({
        bot: expect.any(String),
        user: expect.any(String),
        text: expect.any(String),
      });
    },
  );

  it("needs a bot, a customer and words, and nothing else", () => {
    const least = { bot: { id: "b" }, userRequest: { utterance: "네", user: { id: "u" } } };
    expect(parsed(least)).toEqual({ bot: "b", user: "u", text: "네" });
    expect(parsed({ ...least, bot: {} })).toBeUndefined();
    expect(parsed({ ...least, userRequest: { utterance: "네" } })).toBeUndefined();
    expect(parsed({ ...least, userRequest: { user: { id: "u" } } })).toBeUndefined();
  });

  it("is read whatever stands where nobody looks", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (flow, block, callbackUrl) => {
        const read = parsed({
          flow,
          bot: { id: "b" },
          userRequest: { utterance: "네", user: { id: "u" }, block, callbackUrl },
        });
        expect(read).toMatchObject({ bot: "b", user: "u", text: "네" });
      }),
    );
  });

  it("of any bytes throws nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(parseSkill(Buffer.from(bytes))).toBeUndefined();
      }),
    );
  });
});
