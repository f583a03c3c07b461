import { describe, expect, it } from "vitest";
import { wrongDirections } from "./import-directions.ts";
import { programFiles } from "./source-file.ts";

const planted = (path: string, text: string) => wrongDirections([{ path, text }]);

describe("who may import whom", () => {
  it("holds in src and dialogs", () => {
    expect(programFiles.length).toBeGreaterThan(50);
    expect(wrongDirections(programFiles)).toEqual([]);
  });

  it.each([
    ["src/core/a.ts", 'import type { Log } from "../ports/log.ts";'],
    ["src/policy/a.ts", 'import { b } from "../dialog/b.ts";'],
    ["src/understanding/a.ts", 'import { b } from "../ports/b.ts";'],
    ["src/turn/a.ts", 'import type { Store } from "../store/b.ts";'],
    ["src/turn/a.ts", 'import {\n  b,\n} from "../channels/web-chat/b.ts";'],
    ["src/channels/line/a.ts", 'import { b } from "../web-chat/b.ts";'],
    ["src/channels/line/a.ts", 'import { b } from "../../turn/b.ts";'],
    ["src/http/a.ts", 'import { b } from "../store/b.ts";'],
    ["src/main.ts", 'import { b } from "./store/b.ts";'],
    ["dialogs/repair/dialog.ts", 'import { b } from "../feedback/dialog.ts";'],
    ["dialogs/repair/dialog.ts", 'import type { Store } from "../../src/ports/store.ts";'],
    ["src/shortcuts/a.ts", ""],
  ])("refuses %s with %j", (path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  it.each([
    ["src/turn/a.ts", 'import type { Content } from "../content/content.ts";'],
    ["src/understanding/a.ts", 'import type { Understand } from "../ports/understand.ts";'],
    ["src/cli/a.ts", 'import { b } from "../store/b.ts";'],
    ["dialogs/repair/dialog.ts", 'import { b } from "./unclear.ts";'],
    ["src/channels/line/a.ts", 'import { b } from "./b.ts";\nimport { c } from "../../core/c.ts";'],
  ])("allows %s with %j", (path, text) => {
    expect(planted(path, text)).toEqual([]);
  });
});
