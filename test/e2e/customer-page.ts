import type { Locator, Page } from "playwright-core";

export interface Spoken {
  readonly from: "customer" | "bot" | "agent";
  readonly text: string;
}

/** The customer page as a customer uses it. Everything waits until it can be done. */
export interface CustomerPage {
  readonly page: Page;
  /** Where one writes. */
  readonly box: Locator;
  /** Replies that can be pressed at the moment. */
  readonly buttons: Locator;
  say(text: string): Promise<void>;
  press(button: string): Promise<void>;
  /** Waits for the bubble that holds these words, or for the nth of them. */
  hear(words: string, nth?: number): Promise<Locator>;
  /** Waits for the first answer that names its sources, or for the nth. */
  hearAnswer(nth?: number): Promise<Locator>;
  /** Everything that is on the page, in order. */
  transcript(): Promise<readonly Spoken[]>;
}

export function customerPage(page: Page): CustomerPage {
  const box = page.locator("[data-id=webchat-sendbox-input]");
  const buttons = page.locator(".webchat__suggested-action");
  const bubbles = page.locator(".webchat__bubble");
  const wait = async (bubble: Locator): Promise<Locator> => {
    await bubble.waitFor();
    return bubble;
  };
  return {
    page,
    box,
    buttons,
    say: async (text) => {
      await box.fill(text);
      await box.press("Enter");
    },
    press: (button) => buttons.filter({ hasText: button }).click(),
    hear: (words, nth = 1) => wait(bubbles.filter({ hasText: words }).nth(nth - 1)),
    hearAnswer: (nth = 1) =>
      wait(bubbles.filter({ has: page.locator("strong", { hasText: /^(출처|Sources)$/ }) }).nth(nth - 1)),
    transcript: () =>
      bubbles.evaluateAll((all) =>
        all.map((bubble) => ({
          from: bubble.closest(".from-agent")
            ? "agent"
            : bubble.matches(".webchat__bubble--from-user")
              ? "customer"
              : "bot",
          text: bubble.innerText.trim(),
        })),
      ) as Promise<readonly Spoken[]>,
  };
}
