/**
 * What the figures and the order of work are read from: when a departure was queued, the undelivered ones by state, and the place
 * of an arrival among those that wait.
 */
export const migration008 = `
ALTER TABLE outbox ADD COLUMN queued_at TEXT;
CREATE INDEX outbox_undelivered ON outbox(target, state) WHERE state <> 'sent';
ALTER TABLE arrival ADD COLUMN place INTEGER;
DROP INDEX arrival_waiting;
CREATE INDEX arrival_waiting ON arrival(coalesce(place, id)) WHERE handled = 0;
`;
