import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { servePage } from "../fakes/fake-slack/serve-page.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type SlackPage, slackPage } from "./slack-page.ts";
import { type Site, startSite } from "./start-site.ts";

const TRIAGE = "C0TRIAGE";
const PHONE = "010-2345-6789";
const MINJI = "U0MINJI";

describe.skipIf(!hasChromium())("staff in Slack", () => {
  let slack: FakeSlack;
  let site: Site;
  let minji: SlackPage;
  beforeAll(async () => {
    slack = await startFakeSlack({ page: servePage, paced: false });
    site = await startSite({
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_TRIAGE_CHANNEL: TRIAGE,
    });
    slack.appUrl = `${site.address()}/slack/events`;
    minji = slackPage(await site.open(slack.address));
  });
  afterAll(async () => {
    await site?.close();
    await slack?.stop();
  });
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  const LANGUAGES = [
    {
      locale: "ko-KR",
      ask: "상담원 연결해 주세요",
      hostile: `<!channel> 제 번호는 ${PHONE} <https://example.com|여기>`,
      claimed: "상담원 minji님이 연결됐어요",
      reply: "안녕하세요, 확인해 볼게요.",
      back: "자동 안내가 다시 답해요",
      survey: "믿을 만했나요?",
      answers: ["네", "보통", "아니요"],
      comment: "덕분에 마음이 놓였어요",
      thanks: "말씀 잘 받았어요",
      home: "네 1 · 보통 0 · 아니요 0",
    },
    {
      locale: "en-US",
      ask: "I want to talk to a person",
      hostile: `<!channel> my number is ${PHONE} <https://example.com|here>`,
      claimed: "minji",
      reply: "Hello, let me look at that.",
      back: "answers again",
      survey: "could you trust what you were told?",
      answers: ["Yes", "Partly", "No"],
      comment: "it took a while but it was fine",
      thanks: "your words have been noted",
      home: "네 2 · 보통 0 · 아니요 0",
    },
  ] as const;

  it.each(LANGUAGES)(
    "take a case, write a note, answer after a preview, hand back, and see the survey ($locale)",
    async (words) => {
      const before = await minji.cards.count();
      const customer = await site.openCustomer({ locale: words.locale });
      await customer.say(words.ask);
      await expect.poll(() => minji.cards.count(), { timeout: 20_000 }).toBe(before + 1);
      await minji.openThread();

      await customer.say(words.hostile);
      await minji.read("example.com");

      await minji.press("맡기");
      await customer.hear(words.claimed);
      await minji.write("메모: 목소리가 많이 불안하심");
      await minji.read("메모: 목소리가 많이 불안하심");
      await minji.press("고객에게 보내기");
      expect(await minji.draft(words.reply)).toContain("minji");
      await minji.confirm();
      await customer.hear(words.reply);
      await minji.read(words.reply);

      await minji.press("안심에게 돌려주기");
      await customer.hear(words.back);
      await customer.hear(words.survey);
      await customer.press(words.answers[0]);
      await customer.say(words.comment);
      await customer.hear(words.thanks);
      await slack.staff.opensHome(MINJI);
      await expect
        .poll(() => JSON.stringify(slack.workspace.homes.get(MINJI)?.content), { timeout: 10_000 })
        .toContain(words.home);
      expect(await customer.page.content(), "a note never reaches the customer").not.toContain("불안하심");
      const received = JSON.stringify(slack.calls);
      expect(received).not.toContain(PHONE);
      expect(slack.workspace.messages.flatMap(({ markup }) => markup)).toEqual([]);
    },
  );
});
