import type { Locator, Page } from "playwright-core";

/** The desk page as an agent uses it. Everything waits until it can be done. */
export interface DeskPage {
  readonly page: Page;
  /** The transcript of the case in view. */
  readonly talk: Locator;
  /** The short word about what has just happened. */
  readonly toast: Locator;
  readonly composer: Locator;
  readonly waiting: Locator;
  login(name: string, password: string): Promise<void>;
  /** Opens the case that waits. */
  openWaiting(): Promise<void>;
  /** A button of the case in view. */
  button(name: string): Locator;
  note(text: string): Promise<void>;
  /** Sends to the customer; resolves to what the preview showed before it was confirmed. */
  send(text: string): Promise<string>;
  close(reason: string): Promise<void>;
  /** Keeps from this page what it asks for about cases, until what is returned is called. */
  holdNews(): Promise<() => void>;
  /** Keeps what the agent does from the server in the same way. */
  holdActs(): Promise<() => void>;
}

export function deskPage(page: Page): DeskPage {
  const composer = page.locator("#compose");
  const waiting = page.locator("button.row.queued");
  const button = (name: string): Locator => page.locator("#case").getByRole("button", { name, exact: true });
  return {
    page,
    talk: page.locator("#talk"),
    toast: page.locator("#toast"),
    composer,
    waiting,
    button,
    login: async (name, password) => {
      await page.fill("#login-name", name);
      await page.fill("#login-password", password);
      await page.click("#login-form button");
      await page.locator("#list section").first().waitFor();
    },
    openWaiting: async () => {
      await waiting.click();
      await composer.waitFor();
    },
    note: async (text) => {
      await composer.fill(text);
      await button("메모 남기기").click();
    },
    send: async (text) => {
      await composer.fill(text);
      await button("고객에게 보내기…").click();
      const preview = await page.locator("#send-dialog .preview").innerText();
      await page.click("#send-yes");
      return preview;
    },
    close: async (reason) => {
      await button("상담 끝내기…").click();
      await page.locator("#close-reason").selectOption({ label: reason });
      await page.click("#close-yes");
    },
    holdNews: () => hold(page, "GET"),
    holdActs: () => hold(page, "POST"),
  };
}

async function hold(page: Page, method: string): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/desk/api/cases**", async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await held;
    await route.continue();
  });
  return release;
}
