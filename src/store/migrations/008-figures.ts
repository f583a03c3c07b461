/**
 * What the figures and the order of work are read from: the undelivered by target, open cases, and the place of an arrival
 * among those that wait.
 */
export const migration008 = `
CREATE INDEX outbox_undelivered ON outbox(via, state, since) WHERE state <> 'sent';
CREATE INDEX desk_case_counted ON desk_case(status, opened_at) WHERE status <> 'closed';
ALTER TABLE arrival ADD COLUMN place INTEGER;
DROP INDEX arrival_waiting;
CREATE INDEX arrival_waiting ON arrival(coalesce(place, id)) WHERE handled = 0;
-- A start frees the leases of the process before it, without a look at every conversation.
CREATE INDEX conversation_leased ON conversation(id) WHERE lease_until IS NOT NULL;
`;
