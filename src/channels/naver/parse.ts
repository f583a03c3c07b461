import { z } from "zod";
import { cleanText } from "../../wording/clean-text.ts";
import { readJson } from "../../wording/read-json.ts";
import { labelOfCode } from "./button-code.ts";

/** Something that happened in a customer's room, as far as we take it. */
export type NaverEvent =
  | { readonly kind: "entered"; readonly user: string; readonly under14: boolean }
  | { readonly kind: "said"; readonly user: string; readonly text: string }
  /** The customer took back the consent to what Naver passes on: everything must go. */
  | { readonly kind: "withdrew"; readonly user: string }
  | { readonly kind: "ignored"; readonly why: "echo" | "standby" | "nothing-to-do" };

const MAX_CHARACTERS = 10_000;

const schema = z.object({
  event: z.string(),
  user: z.string().min(1).max(200).transform(cleanText).pipe(z.string().min(1)),
  standby: z.boolean().nullish(),
  options: z
    .object({ under14: z.boolean().nullish(), result: z.string().nullish(), set: z.string().nullish() })
    .nullish(),
  textContent: z
    .object({ text: z.string().nullish(), code: z.string().nullish(), inputType: z.string().nullish() })
    .nullish(),
  imageContent: z.unknown().optional(),
});
type Raw = z.infer<typeof schema>;

const ignored = (why: Extract<NaverEvent, { kind: "ignored" }>["why"]): NaverEvent => ({ kind: "ignored", why });

/** Reads the body of a webhook; undefined when it is not of Naver's shape. */
export function parseEvent(body: Buffer): NaverEvent | undefined {
  const raw = schema.safeParse(readJson(body)?.value).data;
  return raw === undefined ? undefined : eventOf(raw);
}

function eventOf(raw: Raw): NaverEvent {
  const { event, user, standby, options } = raw;
  // Our own words come back as echoes, too: answering one would never end.
  if (event === "echo") return ignored("echo");
  if (event === "profile" && options?.result === "WITHDRAW") return { kind: "withdrew", user };
  // Somebody in Naver's partner centre answers this customer at the moment.
  if (standby === true) return ignored("standby");
  if (event === "open") return { kind: "entered", user, under14: options?.under14 === true };
  const text = event === "send" ? wordsOf(raw) : undefined;
  // leave, friend, handover, other results of profile, and whatever Naver adds.
  return text === undefined || text === "" ? ignored("nothing-to-do") : { kind: "said", user, text };
}

function wordsOf({ textContent, imageContent }: Raw): string | undefined {
  if (textContent === undefined || textContent === null) {
    return imageContent === undefined || imageContent === null ? undefined : "(사진을 보냈어요)";
  }
  const { text, code, inputType } = textContent;
  if (inputType === "sticker") return "(스티커를 보냈어요)";
  // The button under the input field that asks to be called back at a number of Naver's.
  if (inputType === "vphone") return `안심전화번호로 상담 요청: ${cut(text ?? "")}`;
  return labelOfCode(code ?? undefined) ?? cut(text ?? "");
}

/** Naver lets nobody write more than this. */
const cut = (text: string): string =>
  [...cleanText(text).slice(0, 2 * MAX_CHARACTERS)].slice(0, MAX_CHARACTERS).join("");
