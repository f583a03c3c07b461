/** What the figures are read from: the undelivered by target, and open cases. */
export const postgresMigration008 = `
CREATE INDEX outbox_undelivered ON outbox(via, state, since) WHERE state <> 'sent';
CREATE INDEX desk_case_counted ON desk_case(status, opened_at) WHERE status <> 'closed';
`;
