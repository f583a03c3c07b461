import type { Json } from "./json.ts";

/** The interactive element with this action id, and the id of its block. */
export function findElement(holder: unknown, actionId: string): { block: string; element: Json } | undefined {
  const blocks = Array.isArray(holder) ? holder : ((holder as { blocks?: unknown } | undefined)?.blocks ?? []);
  for (const block of blocks as readonly Json[]) {
    const inside = [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])];
    for (const element of inside as readonly (Json | undefined)[]) {
      if (element?.action_id === actionId) return { block: String(block.block_id ?? ""), element };
    }
  }
  return undefined;
}
