import { expect, it } from "vitest";
import { redact } from "../../src/privacy/redact.ts";
import { findPlanted, PLANTED } from "./planted.ts";

it("finds each identifier that is planted, also when it is written otherwise, and none that was taken out", () => {
  for (const { kind, say } of PLANTED) {
    expect(findPlanted([say(17)]), kind).toMatchObject({ [kind]: 1 });
    expect(findPlanted([say(17).replaceAll("-", " ")]), kind).toMatchObject({ [kind]: 1 });
    for (const n of [0, 1, 17, 999, 123_456])
      expect(findPlanted([redact(say(n))]), say(n)).toMatchObject({ [kind]: 0 });
  }
});
