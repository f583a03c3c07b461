import type { SlackUser } from "./agent-names.ts";

/** Whether the person whom a signed request names is a lead; people of another company never are. */
export const createIsLead =
  (leads: readonly string[], ownTeam: () => string | undefined) =>
  ({ team, user }: SlackUser): boolean => {
    const own = ownTeam();
    return leads.includes(user) && (own === undefined || own === team);
  };
