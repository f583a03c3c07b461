import { canonicalJson } from "../core/canonical-json.ts";
import type { Policy } from "./policy.ts";

/** Identity of a policy: of what was read from its file, with facts and rules in their order, for order breaks ties between questions. */
export const policyHash = (policy: Policy, sha256: (text: string) => string): string => sha256(canonicalJson(policy));
