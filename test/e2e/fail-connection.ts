import type { Page, Route } from "playwright-core";

/** The request reaches the server, and its answer never comes back. */
export async function loseReply(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

export interface HeldStream {
  hold(): void;
  /** How many messages of the server wait. */
  held(): number;
  release(): void;
}

/** Puts a gate into the live connections that the page opens from now on. */
export async function holdStream(page: Page): Promise<HeldStream> {
  let holding = false;
  let waiting: (() => void)[] = [];
  await page.routeWebSocket(/\/stream/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (holding) waiting.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    hold: () => {
      holding = true;
    },
    held: () => waiting.length,
    release: () => {
      holding = false;
      for (const pass of waiting) pass();
      waiting = [];
    },
  };
}
