import type { Locator, Page } from "playwright-core";

/** The desk's list of sentences to review, as an agent uses it. Everything waits until it can be done. */
export interface ReviewPage {
  readonly tab: Locator;
  readonly title: Locator;
  /** The dialog with every meaning. */
  readonly dialog: Locator;
  readonly search: Locator;
  open(): Promise<void>;
  /** A sentence that is still open. */
  sentence(text: string): Locator;
  /** A sentence that has a label, in the part that folds out. */
  labelled(text: string): Locator;
}

export function reviewPage(page: Page): ReviewPage {
  const tab = page.locator("#view-review");
  const title = page.locator("#review-title");
  const inPart = (part: string) => (text: string) => page.locator(`#${part} .sentence`).filter({ hasText: text });
  return {
    tab,
    title,
    dialog: page.locator("#label-dialog"),
    search: page.locator("#label-search"),
    open: async () => {
      await tab.click();
      await title.waitFor();
    },
    sentence: inPart("review-open"),
    labelled: inPart("review-labelled"),
  };
}
