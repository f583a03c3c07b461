import { supportTables } from "../../migrations/support-tables.ts";

/** What leaves the desk, as in SQLite. Programs of before never claim what is for live support. */
export const postgresMigration009 = `
ALTER TABLE outbox DROP CONSTRAINT outbox_target_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_target_check CHECK (target IN ('channel', 'desk', 'support'));
${supportTables}`;
