import { createHmac } from "node:crypto";
import type { RecordedRequest } from "./recorded-request.ts";

/** Settings by name, of a server or of this process. */
export type Settings = Readonly<Record<string, unknown>>;

/** How a channel knows who calls. */
interface Door {
  /** Settings of a server that is started for one recorded request. */
  readonly settings: Readonly<Record<string, string>>;
  /** The request with the credentials that such settings ask for. */
  readonly sign: (request: RecordedRequest, settings: Settings) => RecordedRequest;
}

const textOf = (settings: Settings, name: string): string => {
  const value = settings[name];
  return typeof value === "string" ? value : "";
};

const withHeader = (request: RecordedRequest, name: string, value: string): RecordedRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});

/** Nobody can make a token of the Azure Bot Service; a server in development believes all whose service is on this machine. */
const SERVICE_URL = /"serviceUrl"\s*:\s*"[^"]*"/;
const LOCAL_SERVICE = '"serviceUrl":"http://127.0.0.1:9/"';

const DOORS: Readonly<Record<string, Door>> = {
  kakao: {
    settings: {
      KAKAO_SKILL_SECRET: "secret-of-the-recorded-calls",
      KAKAO_SKILL_HEADER: "x-ansim-secret",
      KAKAO_BOT_IDS: "5f3a00000000000000000001",
    },
    sign: (request, settings) =>
      withHeader(request, textOf(settings, "KAKAO_SKILL_HEADER"), textOf(settings, "KAKAO_SKILL_SECRET")),
  },
  line: {
    settings: { LINE_CHANNEL_SECRET: "secret-of-the-recorded-calls", LINE_CHANNEL_ACCESS_TOKEN: "token" },
    sign: (request, settings) =>
      withHeader(
        request,
        "x-line-signature",
        createHmac("sha256", textOf(settings, "LINE_CHANNEL_SECRET")).update(request.body).digest("base64"),
      ),
  },
  naver: {
    settings: {
      NAVER_TALK_AUTHORIZATION: "token",
      NAVER_TALK_PATH_SECRET: "secret-of-the-recorded-calls-0123",
      NAVER_TALK_SOURCES: "any",
    },
    sign: (request, settings) => ({
      ...request,
      path: `/channels/naver/${textOf(settings, "NAVER_TALK_PATH_SECRET")}`,
    }),
  },
  "bot-framework": {
    settings: { BOT_FRAMEWORK_DEVELOPMENT: "yes" },
    sign: (request) => ({ ...request, body: request.body.replace(SERVICE_URL, LOCAL_SERVICE) }),
  },
};

/** Channels of which requests can be replayed. */
export const REPLAYED: readonly string[] = Object.keys(DOORS);

/** Undefined for a channel that is not one of `REPLAYED`. */
export const doorOf = (channel: string): Door | undefined => DOORS[channel];
