import { z } from "zod";

/** What the desk reads of Slack's requests; everything else in them is left alone. */
export const envelopeSchema = z.object({ team_id: z.string(), event: z.unknown() });

export const pressedSchema = z.object({
  trigger_id: z.string().optional(),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), name: z.string().optional() }),
  view: z.object({ type: z.string(), id: z.string().optional() }).optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

export const submittedSchema = z.object({
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), name: z.string().optional() }),
  view: z.object({ id: z.string(), callback_id: z.string(), private_metadata: z.string(), state: z.unknown() }),
});

export const commandSchema = z.object({ team_id: z.string(), user_id: z.string() });

export const homeSchema = z.object({ user: z.string(), tab: z.string() });
