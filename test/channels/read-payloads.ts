import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";

/** Bodies of the recorded requests of a channel, as bytes. */
export function readPayloads(channel: string): readonly Buffer[] {
  const folder = join(projectRoot, "test/channels", channel, "payloads");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => (JSON.parse(readFileSync(join(folder, name), "utf8")) as { body: unknown }).body)
    .map((body) => Buffer.from(typeof body === "string" ? body : JSON.stringify(body)));
}
