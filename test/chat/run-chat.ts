import { expect } from "vitest";
import type { Heard, Talk } from "../../src/cli/create-talk.ts";
import { seoulInstant } from "../../src/clock.ts";
import { agentId, conversationId } from "../../src/core/ids.ts";
import type { SurveyChange } from "../../src/core/survey.ts";
import { switchName } from "../../src/core/switch.ts";
import type { ChatFile, ChatStep } from "./parse-chat.ts";

interface Saying {
  readonly from: "bot" | "agent";
  readonly key: string;
  readonly buttons: readonly string[];
}

const LEAD = { id: agentId("박팀장"), name: "박팀장" };

/** Plays a conversation file and compares keys, buttons, desk news and the owner; words are not compared. */
export async function runChat(talk: Talk, file: ChatFile, id: string): Promise<void> {
  try {
    await play(talk, file, id);
  } finally {
    // The next file starts with everything on.
    for (const { name } of (await talk.switches()).off) {
      await talk.turnSwitch({ name, off: false, reason: "끝", agent: LEAD });
    }
  }
}

async function play(talk: Talk, file: ChatFile, id: string): Promise<void> {
  talk.setClock(seoulInstant(file.local));
  const conversation = conversationId(id);
  let at = Date.parse(seoulInstant(file.local));
  let heard: readonly Heard[] = [];
  let sayings: Saying[] = [];
  let owner: keyof typeof OWNERS = "bot";
  let support = "";
  for (const step of file.steps) {
    owner = heard.at(-1)?.owner.kind ?? owner;
    support = heard.at(-1)?.case?.support?.id ?? support;
    switch (step.kind) {
      case "act": {
        expectSilence(sayings, step.line);
        const activity = step.activity.kind === "said" ? { ...step.activity, language: file.language } : step.activity;
        heard = await talk.say(conversation, activity);
        sayings = heard.flatMap(sayingsOf);
        break;
      }
      case "support": {
        expectSilence(sayings, step.line);
        const { kind, status, message } = step;
        heard = await talk.say(conversation, { kind, support, status, ...(message && { message }) });
        sayings = heard.flatMap(sayingsOf);
        break;
      }
      case "wait": {
        expectSilence(sayings, step.line);
        at += step.minutes * 60_000;
        heard = (await talk.passUntil(new Date(at).toISOString())).filter((turn) => turn.conversation === conversation);
        sayings = heard.flatMap(sayingsOf);
        break;
      }
      case "bot":
      case "agent-says":
        expectSaying(sayings.shift(), step);
        break;
      case "desk":
        expectDesk(heard, step);
        break;
      case "switch": {
        const { target, off, reason } = step;
        await talk.turnSwitch({ name: switchName(target), off, reason, agent: LEAD });
        break;
      }
      case "now":
        at = Date.parse(seoulInstant(step.local));
        talk.setClock(seoulInstant(step.local));
        break;
      case "outcome":
        expect(OWNERS[owner], `line ${step.line}: owner`).toBe(step.owner);
        break;
    }
  }
  expectSilence(sayings, file.steps.at(-1)?.line ?? 0);
}

const OWNERS = { bot: "with-bot", queued: "queued", support: "with-support", agent: "with-agent" } as const;

const sayingsOf = ({ said }: Heard): Saying[] =>
  said.flatMap((body): Saying[] => {
    if (body.kind === "bot") return [{ from: "bot", key: body.said.key, buttons: body.said.buttons }];
    return body.kind === "agent" ? [{ from: "agent", key: body.text, buttons: [] }] : [];
  });

const expectSilence = (sayings: readonly Saying[], line: number): void =>
  expect(
    sayings.map(({ from, key }) => `${from}: ${key}`),
    `before line ${line}: said without being expected`,
  ).toEqual([]);

function expectSaying(saying: Saying | undefined, step: Extract<ChatStep, { kind: "bot" | "agent-says" }>): void {
  const where = `line ${step.line}`;
  if (step.kind === "agent-says") {
    expect(saying, where).toEqual({ from: "agent", key: step.text, buttons: [] });
    return;
  }
  expect(`${saying?.from}: ${saying?.key}`, where).toBe(`bot: ${step.key}`);
  if (step.buttons.length > 0) expect(saying?.buttons, `${where}: buttons`).toEqual(step.buttons);
}

/** `case late: first-reply`, `event: lapse-claim`, `holder: 김상담`, `agent: 이상담`; or `case opened · reason: asked · facts: line_kind=mvno`, `case claimed`, `case closed`, `refused: taken`, `relayed`. */
function expectDesk(heard: readonly Heard[], { expect: wanted, line }: Extract<ChatStep, { kind: "desk" }>): void {
  const turn = heard.at(-1);
  const refused = turn?.news.flatMap((news) => (news.kind === "refused" ? [news.why] : [])) ?? [];
  const opened = turn?.said.some((body) => body.kind === "desk" && body.event.startsWith("opened."));
  for (const part of wanted.split("·").map((text) => text.trim())) {
    const [what = "", value = ""] = part.split(/:\s*/);
    const where = `line ${line}: ${part}`;
    if (what === "case opened") expect(opened, where).toBe(true);
    else if (what === "case claimed" || what === "case closed" || what === "case queued" || what === "case escalated") {
      expect(`case ${turn?.case?.status}`, where).toBe(what);
    } else if (what === "case late") expect(turn?.case?.breaching?.join(", ") ?? "nothing", where).toBe(value);
    else if (what === "event") expect(heard.flatMap(eventsOf), where).toContain(value);
    else if (what === "agent") expect(turn?.case?.agent?.name, where).toBe(value);
    else if (what === "holder") expect(holderIn(turn), where).toBe(value);
    else if (what === "call-back") expect(turn?.case?.callBack?.from.slice(0, 13), where).toBe(value.replace(" ", "T"));
    else if (what === "silent")
      expect(
        heard.flatMap(({ said }) => said),
        where,
      ).toEqual([]);
    else if (what === "support") expect(turn?.case?.support?.state, where).toBe(value);
    else if (what === "told") expect(turn?.posts.join(", "), where).toBe(value);
    else if (what === "ticket") expect(turn?.callBack?.status, where).toBe(value);
    else if (what === "survey") expect(turn?.surveys.map(surveyWords).join(", "), where).toBe(value);
    else if (what === "reason") expect(turn?.case?.reason, where).toBe(value);
    else if (what === "refused") expect(refused, where).toEqual([value]);
    else if (what === "relayed") expect(turn?.outcome, where).toBe("relayed");
    else if (what === "facts") expectFacts(turn, value, where);
    else throw new Error(`line ${line}: not understood: ${part}`);
  }
}

const surveyWords = (change: SurveyChange): string => {
  if (change.kind === "asked") return "asked";
  return change.kind === "answered" ? change.answer : `“${change.comment}”`;
};

const eventsOf = ({ said }: Heard): readonly string[] =>
  said.flatMap((body) => (body.kind === "desk" ? [body.event] : []));

const holderIn = (turn: Heard | undefined): string | undefined =>
  turn?.news.flatMap((news) => (news.kind === "refused" ? [news.holder] : []))[0];

function expectFacts(turn: Heard | undefined, wanted: string, where: string): void {
  for (const pair of wanted.split(",").map((text) => text.trim())) {
    const [fact = "", value] = pair.split("=");
    const is = turn?.facts[fact];
    expect(is?.state === "known" ? is.value : is?.state, where).toBe(value);
  }
}
