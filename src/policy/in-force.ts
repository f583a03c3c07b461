import type { Day } from "../core/day.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";

/** The version in force on the day. Outside the effective days none is, never the last one instead: a person decides. */
export const inForce = (policies: readonly CompiledPolicy[], day: Day): CompiledPolicy | undefined =>
  policies.find(
    ({ policy: { effective } }) => effective.from <= day && (effective.to === undefined || day <= effective.to),
  );
