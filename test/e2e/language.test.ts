import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type Site, startSite } from "./start-site.ts";

/** Names that stay as they are in Korean text. */
const LATIN_NAMES =
  /\b(?:KT|English|Language|IoT|TV|IMSI|IMEI|KISA|NSP|KBS|YTN|SBS|MBC|eSIM|SMS|ARS|OTT|Tab|Alt|Shift|Enter|ESC)(?![A-Za-z])/g;

/** Everything that is shown or read aloud: texts, also hidden ones, and the attributes that screen readers speak. */
const spokenWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest("script, style, noscript, body [lang]") === null) found.push(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll("*")) {
      for (const name of ["aria-label", "aria-roledescription", "aria-description", "placeholder", "title", "alt"]) {
        if (element.hasAttribute(name)) found.push(element.getAttribute(name));
      }
    }
    return [document.title, ...found].map((text) => text.trim()).filter((text) => text !== "");
  })()`);

const foreign = (words: readonly string[]): readonly string[] =>
  words.filter((text) => /[A-Za-z]{2,}/.test(text.replace(LATIN_NAMES, "")));

describe.skipIf(!hasChromium())("the language of the page", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it("is Korean to the last label, also in what Web Chat says by itself", async () => {
    const customer = await site.openCustomer();
    await customer.say("위약금 면제 되나요?");
    await customer.press("KT 휴대폰");
    await customer.hear("약정을 다시 맺으신 적이 있나요?");
    await customer.box.fill("가".repeat(10_001));
    await customer.box.press("Enter");
    await customer.page.getByText("글이 너무 길어요").first().waitFor();
    expect(foreign(await spokenWords(customer.page))).toEqual([]);
    expect(await customer.page.getAttribute("html", "lang")).toBe("ko");
    expect(await customer.box.getAttribute("placeholder")).toBe("여기에 적어 주세요");
  });

  it("is Korean on the desk too", async () => {
    const customer = await site.openCustomer();
    const desk = await site.openAgent("민지");
    await customer.page.click("#person");
    await desk.openWaiting();
    await desk.button("맡기").waitFor();
    expect(foreign((await spokenWords(desk.page)).filter((text) => !text.startsWith("KO ·")))).toEqual(["KO"]);
  });

  it("is English for an English browser", async () => {
    const customer = await site.openCustomer({ locale: "en-US" });
    const [greeting] = await customer.transcript();
    expect(greeting?.text).toContain("automated assistant");
    expect(await customer.page.getAttribute("html", "lang")).toBe("en");
    expect(await customer.page.locator("#person").innerText()).toBe("Talk to a person");
    await customer.say("Until when is the termination fee waived?");
    const answer = await customer.hearAnswer();
    expect(await answer.innerText()).toContain("13 January 2026");
    const hangul = (await spokenWords(customer.page)).filter((text) => /\p{Script=Hangul}/u.test(text));
    expect(hangul).toEqual(["언어 / Language"]);
  });

  it("can be switched in the middle of a talk", async () => {
    const customer = await site.openCustomer();
    await customer.page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => customer.box.getAttribute("placeholder")).toBe("Write here");
    await customer.say("Until when is the termination fee waived?");
    await customer.hear("13 January 2026");
    await customer.page.reload();
    await customer.hear("13 January 2026");
    expect(await customer.page.getAttribute("html", "lang")).toBe("en");
  });
});
