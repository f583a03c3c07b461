import type { Language } from "../../core/language.ts";
import type { WebReply } from "../../ports/web.ts";

/** How a Direct Line request can be refused. */
export type RefusalCode =
  | "NoToken"
  | "TokenRefused"
  | "SecretOff"
  | "BadRequest"
  | "UnknownConversation"
  | "TextTooLong"
  | "AttachmentsNotSupported";

const REFUSALS: Readonly<Record<RefusalCode, { readonly status: number; readonly ko: string; readonly en: string }>> = {
  NoToken: { status: 401, ko: "연결 정보가 없어요.", en: "The connection details are missing." },
  TokenRefused: {
    status: 403,
    ko: "연결이 만료되었어요. 화면을 새로 고쳐 주세요.",
    en: "The connection has expired. Please reload the page.",
  },
  SecretOff: {
    status: 403,
    ko: "이 서버에서는 열려 있지 않은 기능이에요.",
    en: "This feature is switched off on this server.",
  },
  BadRequest: { status: 400, ko: "보낸 내용을 읽지 못했어요.", en: "What was sent could not be read." },
  UnknownConversation: { status: 404, ko: "대화를 찾지 못했어요.", en: "The conversation was not found." },
  TextTooLong: {
    status: 413,
    ko: "글이 너무 길어요. 10,000자까지 보낼 수 있어요. 나누어서 보내 주세요.",
    en: "The message is too long. Up to 10,000 characters can be sent. Please send it in parts.",
  },
  AttachmentsNotSupported: {
    status: 415,
    ko: "사진이나 파일은 받을 수 없어요. 내용을 글로 적어 주세요.",
    en: "Pictures and files cannot be received. Please write the contents as text.",
  },
};

/** An error in Direct Line's own shape, with words that may be shown to the customer. */
export const refuse = (code: RefusalCode, language: Language = "en"): WebReply => ({
  status: REFUSALS[code].status,
  body: { error: { code, message: REFUSALS[code][language] } },
});
