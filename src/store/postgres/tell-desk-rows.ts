import type { CaseId } from "../../core/ids.ts";
import type { Database, Statement } from "./database.ts";

const TELL: Statement = {
  name: "tell-desk",
  text: `
INSERT INTO outbox (conversation, target, via, since, news)
SELECT k.conversation, 'desk', 'desk', store_now(), '{"kind":"case-changed","case":' || to_json(k.id) || '}'
FROM unnest($1::text[]) WITH ORDINALITY AS w(id, place) JOIN desk_case k ON k.id = w.id
WHERE k.status <> 'closed' ORDER BY w.place`,
};

export const tellDeskRows = async (db: Database, cases: readonly CaseId[]): Promise<void> => {
  await db.run(TELL, cases);
};
