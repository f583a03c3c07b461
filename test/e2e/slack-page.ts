import type { Locator, Page } from "playwright-core";

/** The page of the fake Slack, as an agent uses Slack: one channel, and one thread that is open. */
export interface SlackPage {
  readonly page: Page;
  /** Every case card in the channel. */
  readonly cards: Locator;
  /** Opens the thread of the newest card. */
  openThread(): Promise<void>;
  /** Waits until the thread holds these words. */
  read(words: string): Promise<void>;
  /** Presses a button of the newest card. */
  press(label: string): Promise<void>;
  /** Chooses from a menu of the newest card. */
  choose(label: string): Promise<void>;
  /** Writes into the thread, as everybody does in Slack. */
  write(text: string): Promise<void>;
  /** Fills the modal's field, goes on to the preview, and resolves to what it shows. */
  draft(text: string): Promise<string>;
  /** Sends what the preview shows. */
  confirm(): Promise<void>;
}

export function slackPage(page: Page): SlackPage {
  const cards = page.locator("#messages > li.message");
  const thread = page.locator("#replies");
  const modal = page.locator("#modal[open]");
  const submit = modal.locator(".actions button.primary").last();
  return {
    page,
    cards,
    openThread: () => cards.last().locator("> button").click(),
    read: (words) => thread.getByText(words).first().waitFor(),
    press: (label) => cards.last().getByRole("button", { name: label }).click(),
    choose: async (label) => {
      await cards.last().locator("select").selectOption({ label });
    },
    write: async (text) => {
      await page.fill("#reply-words", text);
      await page.click("#reply button");
    },
    draft: async (text) => {
      await modal.locator("[data-field]").first().fill(text);
      await submit.click();
      await modal.getByText(text).first().waitFor();
      return modal.innerText();
    },
    confirm: async () => {
      await submit.click();
      await modal.waitFor({ state: "detached" });
    },
  };
}
