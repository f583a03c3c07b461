import { format, inspect } from "node:util";
import { expect, it } from "vitest";
import { Pii } from "../../src/privacy/pii.ts";

it("never shows what it holds unless asked", () => {
  const phone = new Pii("010-1234-5678");
  const shown = [
    `${phone}`,
    String(phone),
    JSON.stringify({ phone }),
    inspect(phone),
    inspect({ deep: [phone] }, { showHidden: true, depth: 9 }),
    format("%s %o %j", phone, phone, phone),
    Object.values(phone).join(),
    JSON.stringify(structuredClone({ ...phone })),
  ];
  for (const text of shown) expect(text).not.toContain("1234");
  expect(JSON.stringify({ phone })).toBe('{"phone":"[pii]"}');
  expect(phone.reveal()).toBe("010-1234-5678");
});
