import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentKey } from "../../src/content/content-key.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { shippedPolicies } from "../../src/content/shipped-policies.ts";
import { decide } from "../../src/policy/decide.ts";
import { projectRoot } from "../../src/project-root.ts";

const BUILD = "this build";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ansim-content-"));
  for (const folder of ["intents", "dialogs"])
    await cp(join(projectRoot, folder), join(root, folder), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const kept = async (): Promise<readonly string[]> => (await readdir(join(root, ".cache/content"))).sort();
const keptFile = async (): Promise<string> => join(root, ".cache/content", (await kept())[0] ?? "");

/** Makes a policy say the contrary of what its cases expect. */
async function breakPolicy(): Promise<void> {
  const file = join(root, "dialogs/incidents/kt-2025/policy/extra-data.yaml");
  const yaml = await readFile(file, "utf8");
  await writeFile(file, yaml.replaceAll("then: eligible", "then: ineligible"));
}

describe("content that was checked before", { timeout: 60_000 }, () => {
  it("comes back as it was, with policies that decide the same", async () => {
    const fresh = await loadContent(root, BUILD);
    expect(await kept()).toEqual([`${contentKey(root, BUILD)}.bin`]);
    const again = await loadContent(root, BUILD);

    const plain = ({ packs, ...rest }: typeof fresh) => ({
      ...rest,
      packs: [...packs].map(([id, { policies: _, ...pack }]) => [id, pack]),
    });
    expect(plain(again)).toEqual(plain(fresh));
    const [one, other] = [shippedPolicies(fresh), shippedPolicies(again)];
    for (const [incident, { cases, policies }] of fresh.packs) {
      expect([...(again.packs.get(incident)?.policies.keys() ?? [])]).toEqual([...policies.keys()]);
      for (const { benefit, facts, asOf } of cases) {
        const known = Object.fromEntries(
          Object.entries(facts).flatMap(([name, value]) =>
            typeof value === "string" ? [[name, { state: "known", value, from: "customer" } as const]] : [],
          ),
        );
        const [now, before] = [other, one].map((all) => decide(all.byBenefit(incident, benefit), known, asOf));
        expect(now).toEqual(before);
      }
    }
  });

  it("is checked anew after any change, and refused when that was wrong", async () => {
    await loadContent(root, BUILD);
    await breakPolicy();
    await expect(loadContent(root, BUILD)).rejects.toThrow("DATA_INCLUDED");
    await expect(loadContent(root, BUILD)).rejects.toThrow("DATA_INCLUDED");
    expect(await kept()).toHaveLength(1);
  });

  it("is not taken under another name, nor when it is not whole", async () => {
    const fresh = await loadContent(root, BUILD);
    const file = await keptFile();
    const bytes = await readFile(file);
    await writeFile(join(root, "dialogs/hand-off/hours.yaml"), "week: {}\n");
    await writeFile(join(root, ".cache/content", `${contentKey(root, BUILD)}.bin`), bytes);
    await expect(loadContent(root, BUILD)).rejects.toThrow("hours.yaml");

    await cp(join(projectRoot, "dialogs/hand-off/hours.yaml"), join(root, "dialogs/hand-off/hours.yaml"));
    for (const broken of [bytes.subarray(0, 9), flipped(bytes)]) {
      await writeFile(file, broken);
      expect((await loadContent(root, BUILD)).hash).toBe(fresh.hash);
      expect((await readFile(file)).equals(broken)).toBe(false);
    }
  });

  it("belongs to one build; sources that run as they are keep nothing", async () => {
    await loadContent(root);
    await expect(kept()).rejects.toThrow("ENOENT");
    await loadContent(root, BUILD);
    await loadContent(root, "another build");
    expect(await kept()).toHaveLength(2);
  });
});

describe("the key of content", () => {
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["a letter of a file", () => appendFile(join(root, "intents/affirm.yaml"), " ")],
    ["a new file of any kind", () => writeFile(join(root, "intents/note.txt"), "")],
    ["a new folder, though it is empty", () => mkdir(join(root, "dialogs/incidents/other-2026"))],
    ["a file that is gone", () => rm(join(root, "intents/affirm.yaml"))],
    ["a file that moved", () => rename(join(root, "intents/affirm.yaml"), join(root, "intents/affirms.yaml"))],
  ];
  it.each(changes)("changes with %s", async (_, change) => {
    const before = contentKey(root, BUILD);
    expect(contentKey(root, BUILD)).toBe(before);
    await change();
    expect(contentKey(root, BUILD)).not.toBe(before);
  });

  it("changes with the build; there is none where a link could change what nobody looks at", async () => {
    expect(contentKey(root, "another build")).not.toBe(contentKey(root, BUILD));
    await symlink(join(projectRoot, "README.md"), join(root, "intents/link.yaml"));
    expect(contentKey(root, BUILD)).toBeUndefined();
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 100] = (copy[copy.length - 100] ?? 0) ^ 1;
  return copy;
}
