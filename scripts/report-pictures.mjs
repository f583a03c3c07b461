// Makes the pictures of the last report of `npm run -s bench -- understanding`, docs/images/*.png: npm run screenshots -- report
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { root } from "./build.mjs";

const REPORT = join(root, ".cache", "reports", "understanding.html");
const PICTURES = join(root, "docs", "images");
/** Charts of the page, by the name of the picture. */
const CHARTS = { "confusion-ko": 1, "rejection-ko": 1.25, "calibration-ko": 1.25 };

async function takePictures(browser) {
  for (const [name, deviceScaleFactor] of Object.entries(CHARTS)) {
    const page = await browser.newPage({ viewport: { width: 1240, height: 1300 }, deviceScaleFactor });
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(REPORT).href);
    await page.locator("body[data-drawn=yes]").waitFor();
    const path = join(PICTURES, `${name}.png`);
    await page.locator(`#${name}`).screenshot({ path });
    console.log(path);
    await page.close();
  }
}

if (existsSync(REPORT)) {
  mkdirSync(PICTURES, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--disable-gpu", "--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  await takePictures(browser).finally(() => browser.close());
} else {
  console.error(`There is no ${REPORT} yet: npm run -s bench -- understanding`);
  process.exitCode = 1;
}
