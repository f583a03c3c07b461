import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { projectRoot } from "../project-root.ts";
import { readRecorded } from "./recorded-request.ts";
import { type Replayed, replayAt, replayHere } from "./replay-request.ts";
import { doorOf, REPLAYED } from "./sign-recorded.ts";

const USAGE = `npm run -s receive -- <channel> <file> [--to http://127.0.0.1:3978] [--as-of 2026-01-10] [--wait 1500]

<channel> is one of: ${REPLAYED.join(", ")}.
<file> is a recorded request { method, path, headers, body }, or the name of one in test/channels/<channel>/payloads.
Without --to, a server of its own takes it and calls nobody. With --to, credentials are made from the same settings
(environment) that the server has.
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string" }, "as-of": { type: "string" }, wait: { type: "string", default: "1500" } },
});

const indented = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

function show({ status, body, calls }: Replayed): void {
  process.stdout.write(`answered ${status}\n${indented(body)}\n`);
  for (const call of calls) {
    process.stdout.write(`\ncalled ${call.method} ${call.url}\n${indented(String(call.body ?? ""))}\n`);
  }
}

function fail(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}

async function run(channel: string, file: string): Promise<void> {
  const recorded = join(projectRoot, "test/channels", channel, "payloads", `${file}.json`);
  const request = readRecorded(await readFile(existsSync(recorded) ? recorded : file, "utf8"));
  if (typeof request === "string") return fail(`${file}: ${request}`);
  const door = doorOf(channel);
  if (door === undefined) return fail(`${channel}: only ${REPLAYED.join(", ")} can be replayed`);
  if (values.to !== undefined) return show(await replayAt(values.to, door.sign(request, readConfig())));
  const day = values["as-of"];
  const settings = { ...door.settings, ...(day === undefined ? {} : { AS_OF: day }) };
  show(await replayHere(door.sign(request, settings), settings, Number(values.wait)));
}

const [channel, file] = positionals;
if (channel === undefined || file === undefined) fail(USAGE);
else await run(channel, file).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
