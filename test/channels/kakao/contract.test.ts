import { channelContract } from "../../contract/channel.contract.ts";
import { readPayloads } from "../read-payloads.ts";
import { BOT, kakaoCustomer, SECRET, skillRequest } from "./kakao-customer.ts";

channelContract({
  name: "kakao",
  settings: { KAKAO_SKILL_SECRET: SECRET, KAKAO_BOT_IDS: BOT },
  push: "none",
  // A call has no id: the same words later are said again.
  knowsReplays: false,
  payloads: readPayloads("kakao"),
  open: async (address) => ({
    customer: async (name) => kakaoCustomer(address, name),
    request: (body) => skillRequest(body),
    forged: (body) => [
      ["no secret", skillRequest(body, { "x-ansim-secret": "" })],
      ["a wrong secret", skillRequest(body, { "x-ansim-secret": `${SECRET}x` })],
      ["the secret in another header", skillRequest(body, { "x-ansim-secret": "", authorization: SECRET })],
      ["another bot", skillRequest(Buffer.from(body.toString().replaceAll(BOT, "5f3a00000000000000000002")))],
    ],
    close: async () => undefined,
  }),
});
