import { describe, expect, it } from "vitest";
import { impurities } from "./impurities.ts";
import { programFiles } from "./source-file.ts";

const planted = (path: string, text: string) => impurities([{ path, text }]);

describe("settings, clock and chance", () => {
  it("are parameters in src and dialogs", () => {
    expect(impurities(programFiles)).toEqual([]);
  });

  it.each([
    "const port = process.env.PORT;",
    'const port = process["env"].PORT;',
    "const { env } = process;",
    "const at = Date.now();",
    "const at = new Date();",
    "const at = new Date;",
    "const at = Date();",
    "const at = Temporal.Now.instant();",
    "const dice = Math.random();",
    "const id = crypto.randomUUID();",
    'import { randomUUID as newId } from "node:crypto";',
  ])("refuses %j", (text) => {
    expect(planted("src/turn/a.ts", text)).toHaveLength(1);
  });

  it("allows them at home", () => {
    expect(planted("src/config.ts", "export const read = () => process.env;")).toEqual([]);
    expect(
      planted("src/main.ts", "const now = () => new Date().toISOString(); const id = crypto.randomUUID();"),
    ).toEqual([]);
    expect(planted("src/cli/chat.ts", "const at = Date.now();")).toEqual([]);
    expect(planted("src/main.ts", "const port = process.env.PORT;")).toHaveLength(1);
  });

  it("allows dates made from something, and comments", () => {
    expect(planted("src/core/day.ts", "new Date(epoch).toISOString(); Date.parse(at); // not Date.now()")).toEqual([]);
    expect(planted("src/core/day.ts", "const made: Date = new Date( at );")).toEqual([]);
  });
});
