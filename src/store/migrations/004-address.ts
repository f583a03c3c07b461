/** Where the customer is, in the channel's own words; in SQL that both databases read. */
export const migration004 = `
ALTER TABLE conversation ADD COLUMN address TEXT;
`;
