/** When a departure was queued, and the undelivered ones by state; what the figures are read from. */
export const postgresMigration008 = `
ALTER TABLE outbox ADD COLUMN queued_at timestamptz;
CREATE INDEX outbox_undelivered ON outbox(target, state) WHERE state <> 'sent';
`;
