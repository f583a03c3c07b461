/** The records of the decisions that a turn made, as a list in JSON; null where nothing was decided. */
export const migration002 = `
ALTER TABLE turn ADD COLUMN audit TEXT;
`;
