import { expect, it } from "vitest";
import { hasQuietSqlite } from "../../src/store/has-quiet-sqlite.ts";

it.each([
  ["20.20.2", false],
  ["22.23.3", false],
  ["23.11.0", false],
  ["24.14.1", false],
  ["24.15.0", true],
  ["24.21.0", true],
  ["25.6.1", false],
  ["25.7.0", true],
  ["26.0.0", true],
  ["27.0.0-nightly20260101", true],
])("Node %s has an SQLite that loads without a warning: %s", (version, quiet) => {
  expect(hasQuietSqlite(version)).toBe(quiet);
});

it("agrees with the running Node", () => {
  // A Node that is trusted with its own module must have it.
  if (hasQuietSqlite(process.versions.node)) expect(process.getBuiltinModule("node:sqlite")).toBeDefined();
});
