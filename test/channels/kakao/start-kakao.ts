import { createKakao, type KakaoOptions } from "../../../src/channels/kakao/create-kakao.ts";
import { kakaoConversation } from "../../../src/channels/kakao/kakao-address.ts";
import type { SkillResponse } from "../../../src/channels/kakao/skill-response.ts";
import { newConversation } from "../../../src/core/conversation.ts";
import { caseId } from "../../../src/core/ids.ts";
import type { GateSize } from "../../../src/http/add-gate.ts";
import { createServer } from "../../../src/http/create-server.ts";
import type { LogBody } from "../../../src/ports/log-entry.ts";
import type { Outgoing, OutgoingCall, OutgoingResult } from "../../../src/ports/outgoing.ts";
import type { Store } from "../../../src/ports/store.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { type RawReply, sendRaw } from "../../contract/send-raw.ts";
import { botSays, mustLease, turn } from "../../contract/store-fixtures.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";
import { BOT, SECRET, skillBody, skillRequest } from "./kakao-customer.ts";

const both = (ko: string) => ({ ko, en: `${ko} (en)` });

export const SENTENCES = {
  unavailable: both("지금은 받지 못했어요. 112"),
  stillWorking: both("조금 더 걸려요."),
  keptForAgent: both("상담원에게 전했어요."),
  answeredAbove: both("앞의 답에 있어요."),
  nothingWaits: both("새 답은 없어요."),
  tooLong: both("너무 길어요."),
};

type Trouble = Partial<Pick<Store, "collect" | "conversation" | "accept">>;

/** The channel on a real server and a real store in memory; turns happen when the test says so. */
export const startKakao = async (options: Partial<KakaoOptions> = {}, gate?: GateSize) => {
  const store = await openSqlite({ folder: ":memory:", clock: manualClock() });
  const log = createKeptLog();
  const calls: OutgoingCall[] = [];
  let trouble: Trouble = {};
  let farEnd: OutgoingResult = { kind: "answered", status: 200, headers: {}, body: '{"status":"SUCCESS"}' };
  const outgoing: Outgoing = async (call) => {
    calls.push(call);
    return farEnd;
  };
  const kakao = createKakao({
    store: {
      conversation: (...args) => (trouble.conversation ?? store.conversation)(...args),
      collect: (...args) => (trouble.collect ?? store.collect)(...args),
      entries: store.entries,
      settleDelivery: store.settleDelivery,
    },
    intake: (arrival) => (trouble.accept ?? store.accept)(arrival),
    log,
    outgoing,
    sentences: SENTENCES,
    secret: SECRET,
    header: "X-Ansim-Secret",
    bots: [BOT],
    callbackHosts: ["bot-api.kakao.com"],
    turnMs: 400,
    answerMs: 8_000,
    ...options,
  });
  const server = createServer({ ...kakao, ready: () => true, log, ...(gate === undefined ? {} : { gate }) });
  const url = await server.listen(0, "127.0.0.1");
  const raw = (user: string, text: string, more?: object): Promise<RawReply> =>
    sendRaw(url, skillRequest(skillBody(user, text, more)));
  /** Handles all that has arrived; the last arrival is answered with these words, those before it with nothing. */
  const handle = async (bodies: readonly LogBody[], owner?: "agent"): Promise<void> => {
    const lease = await mustLease(store);
    const last = lease.pending.at(-1)?.seq;
    for (const { seq } of lease.pending) {
      const said = seq === last ? bodies : [];
      await store.commit(lease, {
        ...turn(seq),
        log: said,
        deliveries: said.map((_, entry) => ({ target: "channel", entry })),
        ...(owner === undefined
          ? {}
          : { state: { ...newConversation("ko"), owner: { kind: "queued", case: caseId("k") } as const } }),
      });
    }
    await store.release(lease);
  };
  const timesSaid = async (user: string, text: string): Promise<number> =>
    (await store.entries(kakaoConversation({ bot: BOT, user }), 0)).filter(
      ({ body }) => body.kind === "customer" && body.text === text,
    ).length;
  /** Resolves when the customer's words are in the store so often. */
  const arrived = async (user: string, text: string, times = 1): Promise<void> => {
    while ((await timesSaid(user, text)) < times) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    url,
    store,
    arrived,
    calls,
    channel: kakao.channel,
    logged: log.lines,
    raw,
    handle,
    /** Says something that is answered with these words while the call waits. */
    talk: async (user: string, text: string, answers: readonly string[], more?: object): Promise<SkillResponse> => {
      const before = await timesSaid(user, text);
      const reply = raw(user, text, more);
      await arrived(user, text, before + 1);
      await handle(answers.map(botSays));
      return JSON.parse((await reply).body) as SkillResponse;
    },
    /** What an agent says meanwhile. */
    agentSays: async (
      conversation: Parameters<Store["conversation"]>[0],
      ...texts: readonly string[]
    ): Promise<void> => {
      await store.accept({
        conversation,
        channel: "kakao",
        dedupeKey: `desk:${texts.join()}`,
        activity: { kind: "said", text: "(desk)", masked: 0 },
      });
      await handle(texts.map((text) => ({ kind: "agent", agentName: "민지", text })));
    },
    break: (how: Trouble) => {
      trouble = how;
    },
    farEndAnswers: (result: OutgoingResult) => {
      farEnd = result;
    },
    close: async () => {
      await server.close();
      await store.close();
    },
  };
};

export type RunningKakao = Awaited<ReturnType<typeof startKakao>>;
export const textsOf = ({ template }: SkillResponse): readonly string[] =>
  template.outputs.map(({ simpleText }) => simpleText.text);
export const answerOf = (reply: RawReply): readonly string[] => textsOf(JSON.parse(reply.body) as SkillResponse);
