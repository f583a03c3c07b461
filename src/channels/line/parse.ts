import { z } from "zod";
import { cleanText } from "../../wording/clean-text.ts";
import { readJson } from "../../wording/read-json.ts";

/** Something that happened in a chat with one customer, as far as we take it. */
export type LineEvent = {
  /** LINE's own name of the event; a redelivery has the same. */
  readonly id: string;
  readonly user: string;
  /** When it happened, in ms; a redelivery keeps it. */
  readonly happenedMs: number;
  readonly isRedelivery: boolean;
  readonly replyToken?: string;
} & (
  | { readonly kind: "said"; readonly text: string; readonly messageId?: string }
  | { readonly kind: "followed" }
  | { readonly kind: "unsent"; readonly messageId: string }
);

/** What is accepted and dropped, and why. */
export interface Ignored {
  readonly kind: "ignored";
  readonly why: "unreadable" | "standby" | "not-one-customer" | "nothing-to-do";
}

const id = z.string().min(1).max(200);

const eventSchema = z.object({
  type: z.string(),
  mode: z.string(),
  webhookEventId: id,
  timestamp: z.number(),
  source: z.object({ type: z.string(), userId: id.optional() }).optional(),
  deliveryContext: z.object({ isRedelivery: z.boolean() }).optional(),
  replyToken: id.nullish(),
  message: z.object({ id, type: z.string(), text: z.string().nullish() }).optional(),
  postback: z.object({ data: z.string().max(300) }).optional(),
  unsend: z.object({ messageId: id }).optional(),
});
type Raw = z.infer<typeof eventSchema>;

const bodySchema = z.object({ events: z.array(z.unknown()) });

/** What staff and bot see of a message that has no words. */
const WORDLESS: Readonly<Record<string, string>> = {
  image: "(사진을 보냈어요)",
  video: "(동영상을 보냈어요)",
  audio: "(음성을 보냈어요)",
  file: "(파일을 보냈어요)",
  location: "(위치를 보냈어요)",
  sticker: "(스티커를 보냈어요)",
};

/** Reads the body of a webhook, oldest event first; undefined when it is not of LINE's shape. The list may be empty. */
export function parseEvents(body: Buffer): readonly (LineEvent | Ignored)[] | undefined {
  const events = bodySchema.safeParse(readJson(body)?.value).data?.events.map(parseEvent);
  return events?.toSorted((a, b) => timeOf(a) - timeOf(b));
}

const timeOf = (event: LineEvent | Ignored): number => (event.kind === "ignored" ? 0 : event.happenedMs);

const ignored = (why: Ignored["why"]): Ignored => ({ kind: "ignored", why });

/** Unknown types and fields are nothing special; LINE adds some now and then. */
function parseEvent(value: unknown): LineEvent | Ignored {
  const event = eventSchema.safeParse(value).data;
  if (event === undefined) return ignored("unreadable");
  // Somebody else answers this chat at the moment.
  if (event.mode !== "active") return ignored("standby");
  const user = event.source?.type === "user" ? event.source.userId : undefined;
  // What one person says in a group is not for us to answer before all.
  if (user === undefined) return ignored("not-one-customer");
  const what = whatHappened(event);
  if (what.kind === "ignored") return what;
  return {
    ...what,
    id: event.webhookEventId,
    user,
    happenedMs: event.timestamp,
    isRedelivery: event.deliveryContext?.isRedelivery ?? false,
    ...(event.replyToken === undefined || event.replyToken === null ? {} : { replyToken: event.replyToken }),
  };
}

function whatHappened({ type, message, postback, unsend }: Raw) {
  switch (type) {
    case "message": {
      const text = message?.text ?? WORDLESS[message?.type ?? ""];
      if (message === undefined || text === undefined) return ignored("nothing-to-do");
      return { kind: "said", text: cleanText(text), messageId: message.id } as const;
    }
    case "postback":
      // Buttons of a rich menu; ours say their words as messages.
      return postback === undefined || postback.data.trim() === ""
        ? ignored("nothing-to-do")
        : ({ kind: "said", text: cleanText(postback.data) } as const);
    case "follow":
      return { kind: "followed" } as const;
    case "unsend":
      return unsend === undefined ? ignored("unreadable") : ({ kind: "unsent", messageId: unsend.messageId } as const);
    default:
      return ignored("nothing-to-do");
  }
}
