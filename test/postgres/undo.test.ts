import { describe } from "vitest";
import { undoContract } from "../contract/undo.contract.ts";
import { hasPostgres, openForContract } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("PostgreSQL", () => {
  undoContract("PostgreSQL", openForContract);
});
