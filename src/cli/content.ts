import { parseArgs } from "node:util";
import { compose } from "../content/compose.ts";
import { answerInForce, type Content } from "../content/content.ts";
import { formatErrors, loadContent, readContent } from "../content/load-content.ts";
import { isDay } from "../core/day.ts";
import { LANGUAGES } from "../core/language.ts";
import { projectRoot } from "../project-root.ts";

const USAGE = `npm run content -- check                              every fault of intents/ and dialogs/, with file and line
npm run content -- show <id> --as-of YYYY-MM-DD [--incident kt-2025]   an answer as of a day, in both languages`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { "as-of": { type: "string" }, incident: { type: "string", default: "kt-2025" } },
});

switch (positionals[0]) {
  case "check":
    await check();
    break;
  case "show":
    show(await loadContent(projectRoot), positionals[1] ?? "", values["as-of"] ?? "", values.incident);
    break;
  default:
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
}

async function check(): Promise<void> {
  const read = await readContent(projectRoot);
  if (!read.ok) {
    process.stderr.write(`${read.errors.length} faults\n${formatErrors(read.errors)}\n`);
    process.exitCode = 1;
    return;
  }
  const { intents, packs, hash } = read.content;
  const answers = [...packs.values()].reduce((sum, pack) => sum + [...pack.answers.values()].flat().length, 0);
  process.stdout.write(
    `${intents.size} intents, ${packs.size} packs, ${answers} answers: no faults (${hash.slice(0, 12)})\n`,
  );
}

function show(content: Content, id: string, day: string, incident: string): void {
  const pack = content.packs.get(incident);
  const answer = pack && isDay(day) ? answerInForce(pack, id, day) : undefined;
  if (pack === undefined || answer === undefined) {
    process.stderr.write(`No answer "${id}" of ${incident} is in force on "${day}".\n${USAGE}\n`);
    process.exitCode = 1;
    return;
  }
  const buttons = answer.head.next.map((intent) => ({ kind: "intent", intent }) as const);
  for (const language of LANGUAGES) {
    const { text, sources } = compose(content, pack, { kind: "answer", answer: answer.id, buttons }, language);
    const cited = sources.map(({ label, url }) => `- ${label} ${url}`).join("\n");
    process.stdout.write(`[${answer.id} · ${language}]\n${text}\n${cited}\n\n`);
  }
}
