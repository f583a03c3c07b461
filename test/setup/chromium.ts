import { spawnSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { findChromium } from "./find-chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of the browser, "" when there is none: browser tests are then skipped. */
    readonly chromium: string;
  }
}

const PACKAGES = ["chromium", "fonts-nanum"];

/** Finds the browser for test/e2e, installs it where that is ours to do, and says loudly at the end when there is none. */
export default function setup(project: TestProject): () => void {
  const ci = process.env.CI === "true";
  const refusal = findChromium(process.env) === undefined ? install(ci) : undefined;
  const path = findChromium(process.env);
  const why = refusal ?? "not found";
  if (path === undefined && ci) throw new Error(`No Chromium for the browser tests: ${why}.`);
  project.provide("chromium", path ?? "");
  return () => {
    if (path === undefined) console.warn(`\n!! BROWSER TESTS DID NOT RUN: no Chromium (${why}).\n`);
  };
}

/** Returns why it could not, or nothing. A password is never asked for, and a person's machine is left alone. */
function install(ci: boolean): string | undefined {
  if (process.env.CHROME_PATH) return `CHROME_PATH names no file: ${process.env.CHROME_PATH}`;
  const root = process.getuid?.() === 0;
  if (!root && !ci) return "install one, or name yours in CHROME_PATH";
  const apt = (...words: readonly string[]): number | null => {
    const command = [...(root ? [] : ["sudo", "-n"]), "apt-get", ...words];
    return spawnSync(command[0] ?? "", command.slice(1), {
      stdio: ["ignore", "ignore", 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status;
  };
  console.warn(`Installing ${PACKAGES.join(" and ")} for the browser tests ...`);
  if (apt("--version") !== 0) return "apt-get cannot be used here";
  if (apt("update", "-qq") !== 0) return "apt-get update failed";
  return apt("install", "-y", "-qq", "--no-install-recommends", ...PACKAGES) === 0
    ? undefined
    : "apt-get install failed";
}
