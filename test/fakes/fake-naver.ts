import { type JsonAnswer, startJsonServer } from "./start-json-server.ts";

export interface ShownOnNaver {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly code: string }[];
  readonly notified: boolean;
}

export const AUTHORIZATION = "ct_of_the_tests";

/** What happens to a call instead of the ordinary. */
export type NaverFault = "99" | "01" | "02" | "500-after" | "dropped-after" | "429" | "no-json";

interface Button {
  readonly type: string;
  readonly data: { readonly title: string; readonly code: string };
}

interface Sent {
  readonly event?: string;
  readonly user?: string;
  readonly options?: { readonly notification?: boolean };
  readonly textContent?: { readonly text: string; readonly quickReply?: { readonly buttonList: readonly Button[] } };
  readonly compositeContent?: {
    readonly compositeList: readonly { readonly description: string; readonly buttonList: readonly Button[] }[];
  };
}

/** Naver's Chat Bot API as its documentation has it: failures are answered with 200, and the body says so. */
export async function startFakeNaver() {
  const shown = new Map<string, ShownOnNaver[]>();
  const faults: NaverFault[] = [];
  const paths: string[] = [];

  /** Shows what was sent by either road; a text when it is not as the documentation wants it. */
  const show = (user: string, sent: Sent): string | undefined => {
    const fault = faultOf(sent);
    if (fault !== undefined) return fault;
    const list = shown.get(user) ?? [];
    shown.set(user, list);
    const card = sent.compositeContent?.compositeList[0];
    const buttons = card?.buttonList ?? sent.textContent?.quickReply?.buttonList ?? [];
    list.push({
      text: card?.description ?? sent.textContent?.text ?? "",
      buttons: buttons.map(({ data }) => data),
      notified: sent.options?.notification === true,
    });
    return undefined;
  };

  const take = (sent: Sent): JsonAnswer => {
    const fault = show(sent.user ?? "", sent);
    return fault === undefined ? result(true, "00") : result(false, "02", fault);
  };

  const server = await startJsonServer(({ path, headers, body }) => {
    paths.push(path);
    if (headers.authorization !== AUTHORIZATION) return result(false, "01", "Authorization 정보 오류");
    const fault = faults.shift();
    return fault === undefined ? take(body as Sent) : faulty(fault, () => take(body as Sent));
  });
  return {
    ...server,
    paths,
    /** The answer of a webhook, as Naver reads it. */
    answered: (user: string, body: string): string | undefined =>
      body === "" ? undefined : show(user, JSON.parse(body) as Sent),
    shownTo: (user: string): readonly ShownOnNaver[] => shown.get(user) ?? [],
    /** For the next calls, in order. */
    breakNext: (...next: readonly NaverFault[]) => faults.push(...next),
  };
}

export type FakeNaver = Awaited<ReturnType<typeof startFakeNaver>>;

const result = (success: boolean, resultCode: string, resultMessage?: string): JsonAnswer => ({
  status: 200,
  body: { success, resultCode, ...(resultMessage === undefined ? {} : { resultMessage }) },
});

function faulty(fault: NaverFault, take: () => JsonAnswer): JsonAnswer {
  if (fault.endsWith("-after")) take();
  switch (fault) {
    case "99":
    case "01":
    case "02":
      return result(false, fault, "자세한 까닭");
    case "500-after":
      return { status: 500 };
    case "dropped-after":
      return "dropped";
    case "429":
      return { status: 429, headers: { "retry-after": "7" } };
    case "no-json":
      return { status: 200, body: "점검 중" };
  }
}

function faultOf({ event, textContent, compositeContent }: Sent): string | undefined {
  if (event !== "send") return "event";
  if ((textContent === undefined) === (compositeContent === undefined)) return "one content, please";
  if (textContent !== undefined && (textContent.text === "" || textContent.text.length > 10_000)) return "text";
  for (const { description, buttonList } of compositeContent?.compositeList ?? []) {
    if (description === "" || description.length > 1_000) return "description";
    if (buttonList.some(({ data }) => data.title.length > 18)) return "title of a card's button";
  }
  const quick = textContent?.quickReply?.buttonList ?? [];
  if (quick.some(({ data }) => data.title.length > 10)) return "title of a quick button";
  const all = [...quick, ...(compositeContent?.compositeList[0]?.buttonList ?? [])];
  if (all.length > 10) return "too many buttons";
  if (all.some(({ type, data }) => type !== "TEXT" || data.title === "" || data.code.length > 1_000)) return "button";
  return undefined;
}
