import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { messageSchema, reportSchema } from "../../src/live-support/message.ts";
import { projectRoot } from "../../src/project-root.ts";

const page = readFileSync(join(projectRoot, "docs/desk/live-support.md"), "utf8");
const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => JSON.parse(text) as unknown);

describe("docs/desk/live-support.md", () => {
  it("holds the form of what is sent and of what is answered, as the program keeps them", () => {
    expect(blocks).toEqual([z.toJSONSchema(messageSchema), z.toJSONSchema(reportSchema)]);
  });

  it("names every setting and header", () => {
    for (const name of ["LIVE_SUPPORT_HUB_URL", "LIVE_SUPPORT_WEBHOOK_URL", "LIVE_SUPPORT_WEBHOOK_SECRET"]) {
      expect(page).toContain(name);
    }
    for (const name of ["x-ansim-timestamp", "x-ansim-signature", "idempotency-key"]) expect(page).toContain(name);
  });
});
