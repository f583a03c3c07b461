import { describe, expect, it } from "vitest";
import { type Parsed, parseActivity } from "../../../src/channels/bot-framework/parse-activity.ts";
import { activity } from "./start-bot.ts";

const SERVICE = "https://smba.trafficmanager.net/kr/";
const parse = (value: unknown): Parsed => parseActivity(Buffer.from(JSON.stringify(value)));
const message = (more: object = {}): Parsed => parse(activity(SERVICE, more));
const textOf = (more: object): string | undefined => {
  const parsed = message(more);
  return parsed.kind === "said" ? parsed.said.text : undefined;
};

describe("rules of the Activity protocol", () => {
  it("A2003: a field of the wrong type is refused", () => {
    for (const wrong of [
      { type: 7 },
      { type: null },
      { text: 7 },
      { text: ["x"] },
      { from: "29:customer" },
      { from: { id: 7 } },
      { conversation: null },
      { conversation: { id: {} } },
      { recipient: [] },
      { channelId: 1 },
      { serviceUrl: {} },
      { id: 12 },
      { locale: {} },
    ]) {
      expect([wrong, message(wrong).kind]).toEqual([wrong, "refused"]);
    }
  });

  it("A2005: unknown fields are accepted", () => {
    expect(message({ brandNew: { deep: [1] }, __proto__x: 1 }).kind).toBe("said");
  });

  it("A2010, A2011: the type is required and compared letter by letter", () => {
    const { type: _, ...without } = activity(SERVICE);
    expect(parse(without).kind).toBe("refused");
    expect(message({ type: "" }).kind).toBe("refused");
    expect(message({ type: "Message" }).kind).toBe("ignored");
  });

  it("A2014: unknown types are ignored, whatever else they hold", () => {
    for (const type of [
      "brandNew",
      "typing",
      "messageReaction",
      "installationUpdate",
      "endOfConversation",
      "trace",
      "handoff",
    ]) {
      expect(message({ type }).kind).toBe("ignored");
    }
    expect(parse({ type: "brandNew", text: 7 }).kind).toBe("ignored");
  });

  it("A2020, A2080, A2300: channel, conversation and service address are required of a message", () => {
    for (const name of ["channelId", "conversation", "serviceUrl", "from", "recipient"]) {
      expect([name, message({ [name]: undefined }).kind]).toEqual([name, "refused"]);
    }
  });

  it("A2033: an activity may come without an id", () => {
    expect(message({ id: undefined })).toMatchObject({ kind: "said" });
    expect(message({ id: null })).toMatchObject({ kind: "said" });
  });

  it("A2042: no time stamp is a reason to refuse", () => {
    for (const timestamp of ["1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "yesterday", ""]) {
      expect(message({ timestamp, localTimestamp: timestamp }).kind).toBe("said");
    }
  });

  it("A2104: unknown entities are ignored", () => {
    expect(textOf({ text: "네", entities: [{ type: "brandNew" }, 7, null, { type: "mention" }] })).toBe("네");
  });

  it("A2201, A2251: undefined channel data and a caller id are not read", () => {
    expect(message({ channelData: null, callerId: "urn:botframework:azure" }).kind).toBe("said");
    expect(message({ channelData: "x" }).kind).toBe("said");
  });

  it("A3000: the text may be empty or absent", () => {
    expect(textOf({ text: "" })).toBe("");
    expect(textOf({ text: undefined })).toBe("");
    expect(textOf({ text: null, attachments: [{ contentType: "image/png" }] })).toBe("");
  });

  it("A3012: an unknown text format is plain", () => {
    expect(textOf({ text: "*네*", textFormat: "brandNew" })).toBe("*네*");
  });

  it("A3021: no locale is a reason to refuse, and it says the language", () => {
    const languageOf = (locale: unknown) => {
      const parsed = message({ locale });
      return parsed.kind === "said" ? parsed.language : parsed.kind;
    };
    expect(["ko-KR", "en-US", "tlh-x", "", null].map(languageOf)).toEqual(["ko", "en", "en", undefined, undefined]);
  });

  it("A3112, A3113: replies can be expected in the answer", () => {
    expect(message({ deliveryMode: "expectReplies" })).toMatchObject({ expectsReplies: true });
    for (const deliveryMode of ["normal", "notification", "brandNew", undefined]) {
      expect(message({ deliveryMode })).toMatchObject({ kind: "said", expectsReplies: false });
    }
  });

  it("A4101: whoever came in is greeted, the bot itself is not", () => {
    const update = (membersAdded: unknown) => message({ type: "conversationUpdate", text: undefined, membersAdded });
    expect(update([{ id: "28:bot" }, { id: "29:customer" }])).toMatchObject({ kind: "opened", language: "ko" });
    expect(update([{ id: "28:bot" }]).kind).toBe("ignored");
    expect(update([]).kind).toBe("ignored");
    expect(update(undefined).kind).toBe("ignored");
    expect(update("29:customer").kind).toBe("refused");
  });

  it("A5001, A5002: events with unknown names are ignored, and news of a hand-off are not refused", () => {
    expect(message({ type: "event", name: "brandNew" }).kind).toBe("ignored");
    expect(message({ type: "event" }).kind).toBe("ignored");
    for (const state of ["accepted", "failed", "completed", "brandNew"]) {
      const event = { type: "event", name: "handoff.status", conversation: { id: "c" }, value: { state } };
      expect(parse(event).kind).toBe("ignored");
    }
    expect(parse({ type: "event", name: "handoff.initiate", value: {} }).kind).toBe("ignored");
  });

  it("A7352 to A7374: what a button sends is what the customer says", () => {
    expect(textOf({ text: "알뜰폰" })).toBe("알뜰폰");
    expect(textOf({ text: undefined, value: "알뜰폰" })).toBe("알뜰폰");
    expect(textOf({ text: "알뜰폰", value: { code: 1 } })).toBe("알뜰폰");
    expect(textOf({ text: undefined, value: { code: 1 } })).toBe("");
  });
});

describe("who is answered", () => {
  it("not a bot, and not we ourselves", () => {
    expect(message({ from: { id: "28:other", role: "bot" } }).kind).toBe("ignored");
    expect(message({ from: { id: "28:bot" } }).kind).toBe("ignored");
  });

  it("not a group, where others would read what is one customer's", () => {
    const conversation = { id: "19:group", isGroup: true };
    expect(message({ conversation }).kind).toBe("ignored");
    expect(message({ conversation, type: "conversationUpdate", membersAdded: [{ id: "29:x" }] }).kind).toBe("ignored");
  });

  it("who calls the bot by name, without the name", () => {
    const entities = [
      { type: "mention", mentioned: { id: "28:bot" }, text: "<at>안심</at>" },
      { type: "mention", mentioned: { id: "29:friend" }, text: "<at>친구</at>" },
    ];
    const text = "<at>안심</at> <at>친구</at> 위약금 면제 되나요?";
    expect(textOf({ text, entities })).toBe("<at>친구</at> 위약금 면제 되나요?");
  });
});

describe("bad input", () => {
  const sample = Buffer.from(JSON.stringify(activity(SERVICE)));

  it("is refused wherever a good activity is cut off", () => {
    for (let length = 0; length < sample.length; length += 1) {
      expect(parseActivity(sample.subarray(0, length))).toEqual({ kind: "refused", status: 400 });
    }
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["null", Buffer.from("null")],
    ["an array", Buffer.from("[]")],
    ["invalid UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ["UTF-16", Buffer.from(sample.toString(), "utf16le")],
    ["deep", Buffer.from("[".repeat(100_000))],
    ["a prototype", Buffer.from('{"__proto__":{"type":"message"}}')],
  ])("%s is refused", (_name, body) => {
    expect(parseActivity(body).kind).toBe("refused");
  });

  it("deep values are not walked", () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const body = sample.toString().replace('"textFormat":"plain"', `"value":${deep},"entities":[${deep}]`);
    expect(parseActivity(Buffer.from(body)).kind).toBe("said");
  });

  it("NUL and halves of surrogate pairs do not reach the store", () => {
    expect(textOf({ text: "가\u0000나\ud800" })).toBe("가나\ufffd");
  });

  it("ids that no address or database can hold are refused", () => {
    for (const odd of ["\0", "a\ud800", "\udc00b", "a\nb"]) {
      expect(message({ id: odd }).kind).toBe("refused");
      expect(message({ conversation: { id: odd } }).kind).toBe("refused");
      expect(message({ from: { id: odd } }).kind).toBe("refused");
    }
    expect(message({ conversation: { id: "a:대화😀|1" } }).kind).toBe("said");
  });

  it("too long words and ids are refused", () => {
    expect(message({ text: "가".repeat(10_001) })).toEqual({ kind: "refused", status: 413 });
    expect(message({ text: "😀".repeat(10_000) }).kind).toBe("said");
    expect(message({ conversation: { id: "x".repeat(3_000) } }).kind).toBe("refused");
  });
});
