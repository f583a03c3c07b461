import { describe } from "vitest";
import { storeContract } from "../contract/store.contract.ts";
import { hasPostgres, openForContract } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("on a real server", () => {
  storeContract("PostgreSQL", openForContract);
});
