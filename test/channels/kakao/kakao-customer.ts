import type { SkillResponse } from "../../../src/channels/kakao/skill-response.ts";
import type { ContractCustomer, RawRequest, Shown } from "../../contract/channel-harness.ts";
import { sendRaw } from "../../contract/send-raw.ts";

export const SECRET = "secret-of-the-recorded-calls";
export const BOT = "5f3a00000000000000000001";

/** A skill call as KakaoTalk sends it. */
export const skillBody = (user: string, utterance: string, more: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      intent: { id: "block", name: "폴백 블록" },
      userRequest: {
        timezone: "Asia/Seoul",
        lang: "ko",
        utterance,
        params: {},
        block: { id: "block", name: "폴백 블록" },
        user: { id: user, type: "botUserKey", properties: { plusfriendUserKey: `pf-${user}` } },
        ...more,
      },
      bot: { id: BOT, name: "안심" },
      action: { id: "skill", name: "안심", params: {}, detailParams: {}, clientExtra: null },
      contexts: [],
      flow: { trigger: { type: "TEXT_INPUT" }, lastBlock: { id: "block", name: "폴백 블록" } },
    }),
  );

export const skillRequest = (body: Buffer, headers: Readonly<Record<string, string>> = {}): RawRequest => ({
  method: "POST",
  path: "/channels/kakao/skill",
  headers: { "content-type": "application/json", "x-ansim-secret": SECRET, ...headers },
  body,
});

/** What KakaoTalk shows of an answer: each output, the quick replies under the last. */
export function shownOf(response: SkillResponse): readonly Shown[] {
  const { outputs, quickReplies = [] } = response.template;
  const buttons = quickReplies.map(({ messageText }) => messageText);
  return outputs.map(({ simpleText }, at) => ({
    text: simpleText.text,
    buttons: at === outputs.length - 1 ? buttons : [],
  }));
}

/** A customer with KakaoTalk in hand: every message is a call, every answer is shown. */
export function kakaoCustomer(address: string, user: string): ContractCustomer {
  const shown: Shown[] = [];
  const call = async (text: string): Promise<readonly Shown[]> => {
    const { status, body } = await sendRaw(address, skillRequest(skillBody(user, text)));
    if (status !== 200) throw new Error(`answered ${status}`);
    return shownOf(JSON.parse(body) as SkillResponse);
  };
  const say = async (text: string): Promise<void> => {
    shown.push(...(await call(text)));
    while (shown.at(-1)?.buttons[0] === "이어서 보기") shown.push(...(await call("이어서 보기")));
  };
  return {
    say,
    press: say,
    sayTwice: async (text) => {
      const [once] = await Promise.all([call(text), call(text)]);
      shown.push(...(once ?? []));
    },
    sayOutOfOrder: async (first, second) => {
      const later = call(second);
      shown.push(...(await call(first)), ...(await later));
    },
    shown: async () => shown,
  };
}
