import { loadAssistantContent } from "../../src/load-assistant-content.ts";
import { projectRoot } from "../../src/project-root.ts";
import { judge, readRegression } from "../understanding/regression.ts";
import { summarise } from "../understanding/summarise-regression.ts";

/** `npm run -s bench -- regression`: each line that is not right now, and each that has become right; then the shares. */
const { understand } = await loadAssistantContent(projectRoot, "kt-2025");
const judged = readRegression().map((line) => judge(understand, line));
for (const { language, intent, text, frozen, isFirst, isOffered, read } of judged) {
  if (frozen === isFirst) continue;
  const now = isFirst ? "right" : isOffered ? "offered" : "wrong";
  process.stdout.write(
    `${JSON.stringify({ language, intent, text, was: frozen ? "frozen" : "not_yet", now, read })}\n`,
  );
}
process.stdout.write(`${JSON.stringify(summarise(judged))}\n`);
