import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { newDataFolder, type RunningServer, spawnServer } from "../faults/spawn-server.ts";
import { launchChromium } from "../setup/launch-chromium.ts";
import { type CustomerPage, customerPage } from "./customer-page.ts";
import { type DeskPage, deskPage } from "./desk-page.ts";
import { watchPage } from "./watch-page.ts";

const PATIENCE_MS = 20_000;
const SETTINGS = { AS_OF: "2026-01-10", DESK_PASSWORD: "desk-password-1", DESK_LEAD_PASSWORD: "lead-password-1" };

export interface View {
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The real program on its own data folder, and a browser to look at it with. */
export interface Site {
  /** A customer with a browser of his own, who has been greeted. */
  openCustomer(view?: View): Promise<CustomerPage>;
  /** A desk page that nobody has logged in to. */
  openDesk(view?: View): Promise<DeskPage>;
  /** An agent with a browser of her own, logged in. */
  openAgent(name: string, view?: View): Promise<DeskPage>;
  /** The same for a lead. */
  openLead(name: string, view?: View): Promise<DeskPage>;
  /** Any page: a path of the program, or an address. */
  open(path: string, view?: View): Promise<Page>;
  /** Where the program serves. */
  address(): string;
  /** Ends the program as a power cut would; `start` brings it back to the same address and data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** What pages complained about, or asked for beyond this machine, since the last call. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** `more`: settings of the program besides the usual ones. */
export async function startSite(more: Readonly<Record<string, string>> = {}): Promise<Site> {
  const folder = newDataFolder();
  const settings = { ...SETTINGS, ...more };
  let server: RunningServer = await spawnServer(folder, settings);
  const browser = await launchChromium();
  let complaints: string[] = [];
  const openPage = async (view: View | undefined, path: string) => {
    const page = await (await openContext(browser, view)).newPage();
    watchPage(page, (complaint) => complaints.push(complaint));
    await page.goto(new URL(path, server.address).href);
    return page;
  };
  const openDesk = async (view?: View) => deskPage(await openPage(view, "/desk"));
  const openStaff = async (name: string, password: string, view?: View) => {
    const desk = await openDesk(view);
    await desk.login(name, password);
    return desk;
  };
  return {
    openCustomer: async (view) => {
      const customer = customerPage(await openPage(view, "/"));
      await customer.buttons.first().waitFor();
      return customer;
    },
    openDesk,
    openAgent: (name, view) => openStaff(name, SETTINGS.DESK_PASSWORD, view),
    openLead: (name, view) => openStaff(name, SETTINGS.DESK_LEAD_PASSWORD, view),
    open: (path, view) => openPage(view, path),
    address: () => server.address,
    kill: async () => {
      await server.end("SIGKILL");
    },
    start: async () => {
      server = await spawnServer(folder, { ...settings, PORT: new URL(server.address).port });
    },
    complaints: () => {
      const heard = complaints;
      complaints = [];
      return heard;
    },
    close: async () => {
      await browser.close();
      await server.end("SIGKILL");
    },
  };
}

async function openContext(browser: Browser, view: View = {}): Promise<BrowserContext> {
  const { locale = "ko-KR", width = 1280, height = 800 } = view;
  const options: BrowserContextOptions = { locale, timezoneId: "Asia/Seoul", viewport: { width, height } };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}
