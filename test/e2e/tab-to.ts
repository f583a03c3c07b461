import type { Locator, Page } from "playwright-core";

const MOST_STOPS = 40;

/** Presses Tab (or Shift+Tab) until the focus is on the wanted thing; throws when it cannot be reached. */
export async function tabTo(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await wanted.waitFor();
  for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} cannot be reached with ${key}`);
}

export const isFocused = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === element.ownerDocument.activeElement);
