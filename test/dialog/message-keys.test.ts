import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadMessages } from "../../src/content/load-messages.ts";
import { projectRoot } from "../../src/project-root.ts";

/** Keys of messages that stand in the code, in quotes. */
function keysInCode(): ReadonlySet<string> {
  const files = ["src", "dialogs"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(projectRoot, folder, name)),
  );
  const dialogs = readdirSync(join(projectRoot, "dialogs")).filter((name) => name !== "incidents");
  const key = new RegExp(`"((?:${dialogs.join("|")})\\.[a-z-]+)"`, "g");
  return new Set(files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(key)].map(([, name = ""]) => name)));
}

it("every message is used, and every key that is used has words", async () => {
  const { messages } = await loadMessages(projectRoot);
  expect([...messages.ko.keys()].sort()).toEqual([...keysInCode()].sort());
});
