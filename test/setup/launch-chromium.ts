import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Whether this machine has a browser: `describe.skipIf(!hasChromium())`. */
export const hasChromium = (): boolean => inject("chromium") !== "";

/** Starts the machine's Chromium without a window and without calls of its own to the network. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: inject("chromium"),
    headless: true,
    // Chromium's sandbox refuses to start for root, which is what containers are.
    args: process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS,
  });
