import type { Page } from "playwright-core";

const AT_HOME = /^(?:https?|wss?):\/\/127\.0\.0\.1(?::\d+)?\//;
const INSIDE_THE_PAGE = /^(?:data|blob|about):/;

/** Writes down what a page must never do: complain on the console, throw, or ask for something beyond this machine. */
export function watchPage(page: Page, complain: (complaint: string) => void): void {
  const check = (address: string): void => {
    if (!AT_HOME.test(address) && !INSIDE_THE_PAGE.test(address)) complain(`left the machine: ${address}`);
  };
  page.on("console", (message) => {
    // The desk page asks who is logged in; that nobody is, browsers report as an error.
    if (message.type() !== "error" || message.location().url.endsWith("/desk/api/me")) return;
    complain(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complain(`thrown: ${error.message}`));
  page.on("request", (request) => check(request.url()));
  page.on("websocket", (socket) => check(socket.url()));
}
