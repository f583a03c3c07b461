import { textOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

const PUT: Statement = {
  name: "put-key",
  text: "INSERT INTO shared_key (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
};
const GET: Statement = { name: "get-key", text: "SELECT value FROM shared_key WHERE name = $1" };

/** A key that all processes on this database have in common: the one that came first keeps its own. */
export async function sharedKey(db: Database, name: string, mine: () => Buffer): Promise<Buffer> {
  await db.run(PUT, name, mine().toString("base64"));
  const [row] = await db.run(GET, name);
  return Buffer.from(textOf(row ?? {}, "value"), "base64");
}
