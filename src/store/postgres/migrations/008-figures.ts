/** What the figures are read from: the undelivered by target. */
export const postgresMigration008 = `
CREATE INDEX outbox_undelivered ON outbox(via, state, since) WHERE state <> 'sent';
`;
