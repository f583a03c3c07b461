// Makes the pictures of the README, docs/images/*.png: node scripts/screenshots.mjs [folder for views of a phone]
// With the word `report` instead: the pictures of the last bench report, docs/images/*.png.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ensureBuilt, root } from "./build.mjs";

/** A working Friday in the middle of the affair, so that somebody is at the desk. */
const BEGIN = Date.parse("2026-01-09T10:12:00+09:00");
const PASSWORD = "desk-password-1";
const IMAGES = join(root, "docs", "images");
const phoneFolder = process.argv[2];

if (phoneFolder === "report") {
  await import("./report-pictures.mjs");
  process.exit();
}

const program = join(ensureBuilt(), "src");
const built = (path) => import(pathToFileURL(join(program, path)).href);
const { createApp } = await built("app.js");
const { readConfig } = await built("config.js");
const { createLog } = await built("log.js");

const real = Date.now();
let skippedMs = 0;
const now = () => BEGIN + skippedMs + Date.now() - real;
const folder = mkdtempSync(join(tmpdir(), "ansim-pictures-"));
const app = await createApp({
  config: readConfig({ PORT: "0", DATA_DIR: folder, DESK_PASSWORD: PASSWORD }),
  root,
  now: () => new Date(now()).toISOString(),
  newId: randomUUID,
  randomKey: () => randomBytes(32),
  madeUpPassword: PASSWORD,
  log: createLog("error"),
});
const address = await app.start();
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--disable-gpu", "--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
const pages = [];

async function open(path, width, height) {
  const context = await browser.newContext({
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    viewport: { width, height },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  pages.push(page);
  await page.clock.setSystemTime(now());
  await page.goto(`${address}${path}`);
  return page;
}

/** Lets time go by for the program and for every browser. */
async function pass(minutes) {
  skippedMs += minutes * 60_000;
  for (const page of pages) await page.clock.setSystemTime(now());
}

const hear = (page, words) => page.locator(".webchat__bubble").filter({ hasText: words }).last().waitFor();
const reply = (page, words) => page.locator(".webchat__suggested-action").filter({ hasText: words });

async function openCustomer(width, height) {
  const page = await open("/", width, height);
  await reply(page, "").first().waitFor();
  return page;
}

async function say(page, text, answer) {
  const box = page.locator("[data-id=webchat-sendbox-input]");
  await box.fill(text);
  await box.press("Enter");
  await hear(page, answer);
}

async function openAgent(name, width, height) {
  const page = await open("/desk", width, height);
  await page.fill("#login-name", name);
  await page.fill("#login-password", PASSWORD);
  await page.click("#login-form button");
  await page.locator("#list section").first().waitFor();
  return page;
}

async function send(page, text) {
  await page.fill("#compose", text);
  await page.click("#reply");
  await page.click("#send-yes");
}

/** A customer is told that the fee is not waived, and why. */
async function askAboutFee(page) {
  await say(page, "위약금 면제 되나요?", "어떤 종류인가요?");
  await reply(page, "KT 휴대폰").click();
  await hear(page, "약정을 다시 맺으신 적이 있나요?");
  await say(page, "2025년 10월 15일에 기기변경했어요", "출처");
}

async function talkAtDesk(customer, desk) {
  await desk.click("button.row.queued");
  await desk.getByRole("button", { name: "맡기", exact: true }).click();
  await hear(customer, "연결됐어요");
  await desk.fill("#compose", "기기변경 날짜를 가입 기록에서 확인하기");
  await desk.getByRole("button", { name: "메모 남기기" }).click();
  await desk.locator(".speech.note").waitFor();
  await pass(1);
  await send(desk, "안녕하세요. 지금까지 나눈 이야기를 읽었어요. 다시 설명하지 않으셔도 돼요.");
  await hear(customer, "다시 설명하지 않으셔도");
  await pass(1);
  await say(customer, "고맙습니다. 기기변경한 날이 맞는지 확인하고 싶어요.", "맞는지 확인하고");
  await desk.locator(".speech.customer").filter({ hasText: "맞는지 확인하고" }).waitFor();
}

const atEnd = (place) => {
  const log = document.querySelector(place);
  return log.scrollHeight - log.scrollTop - log.clientHeight < 2;
};

async function take(page, path, scroller) {
  await page.waitForFunction(atEnd, scroller);
  await page.locator("#toast:not([hidden])").waitFor({ state: "detached" });
  await page.screenshot({ path });
  console.log(path);
}

const CHAT = ".webchat__basic-transcript__scrollable > div, .webchat__basic-transcript__scrollable";

try {
  const customer = await openCustomer(900, 910);
  await say(customer, "위약금 면제 기간이 언제까지예요?", /지금이 위약금 면제 기간.*출처/s);
  await reply(customer, "환급 신청 방법").waitFor();
  await take(customer, join(IMAGES, "customer.png"), CHAT);

  const desk = await openAgent("민지", 1280, 910);
  await askAboutFee(customer);
  await pass(2);
  await say(customer, "상담원이랑 얘기하고 싶어요", "상담 시간은");
  await talkAtDesk(customer, desk);
  const worried = await openCustomer(390, 800);
  await say(worried, "지금 돈이 빠져나가고 있어요", "경찰");
  await desk.locator("button.row.queued").waitFor();
  await pass(1);
  await take(desk, join(IMAGES, "desk.png"), "#talk");

  if (phoneFolder !== undefined) {
    await take(customer, join(phoneFolder, "customer-with-agent.png"), CHAT);
    await take(worried, join(phoneFolder, "customer-390.png"), CHAT);
    const small = await openCustomer(320, 568);
    await small.screenshot({ path: join(phoneFolder, "customer-320-greeting.png") });
    await askAboutFee(small);
    await take(small, join(phoneFolder, "customer-320.png"), CHAT);
    const phone = await openAgent("도윤", 390, 800);
    await phone.screenshot({ path: join(phoneFolder, "desk-390-list.png") });
    await phone.click("button.row.queued");
    await phone.locator("#compose").waitFor();
    await phone.screenshot({ path: join(phoneFolder, "desk-390-case.png") });
  }
} finally {
  await browser.close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
}
