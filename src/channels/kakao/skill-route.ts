import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { isSameSecret } from "../../privacy/is-same-secret.ts";
import { type Answer, plainAnswer } from "./answer.ts";
import { kakaoConversation, messageKey } from "./kakao-address.ts";
import { parseSkill, type SkillRequest } from "./parse-skill.ts";
import { DEFAULT_LANGUAGE, FETCH } from "./sentences.ts";
import { type Progress, type ServeWith, serveSkill } from "./serve-skill.ts";
import { skillResponse } from "./skill-response.ts";
import { within } from "./within.ts";

export interface SkillRouteParts extends ServeWith {
  readonly secret: string;
  /** Name of the header that carries the secret, in lower case. */
  readonly header: string;
  readonly bots: readonly string[];
  /** When an answer leaves at the latest; KakaoTalk hangs up after 5 s. */
  readonly answerMs: number;
}

const BODY_LIMIT = 64 * 1024;

/** `POST /channels/kakao/skill`: who calls, what was said, and always an answer in time. */
export function skillRoute(parts: SkillRouteParts): WebRoute {
  /** Calls that are being answered; one that comes again meanwhile gets the same answer. */
  const running = new Map<string, Promise<Answer>>();
  return {
    method: "POST",
    path: "/channels/kakao/skill",
    bodyLimit: BODY_LIMIT,
    forMany: true,
    // KakaoTalk calls once: what it is not told, its customer never hears.
    whenBusy: (request) => {
      const skill = read(parts, request);
      if ("status" in skill) return skill;
      return { status: 200, body: skillResponse([parts.sentences.unavailable[DEFAULT_LANGUAGE]]) };
    },
    handle: async (request) => {
      const skill = read(parts, request);
      if ("status" in skill) return skill;
      const key = messageKey(kakaoConversation(skill), skill, 0);
      const answer = running.get(key) ?? answerInTime(parts, skill);
      running.set(key, answer);
      const { response, shown } = await answer;
      const onDone = (written: boolean): void => {
        if (running.get(key) === answer) running.delete(key);
        shown(written);
      };
      return { status: 200, body: response, onDone };
    },
  };
}

/** The call, or why it is refused. Whoever does not know the secret learns nothing else. */
function read({ secret, header, bots }: SkillRouteParts, request: WebRequest): SkillRequest | WebReply {
  if (!isSameSecret(request.headers[header] ?? "", secret)) return refusal(401, "SECRET_WRONG");
  const skill = parseSkill(request.body);
  if (skill === undefined) return refusal(400, "BAD_REQUEST");
  return bots.includes(skill.bot) ? skill : refusal(403, "BOT_UNKNOWN");
}

const refusal = (status: number, code: string): WebReply => ({ status, body: { error: { code } } });

/** Whatever is slow or broken behind, an answer leaves in time, and says honestly whether the message was kept. */
async function answerInTime(parts: SkillRouteParts, request: SkillRequest): Promise<Answer> {
  const progress: Progress = { accepted: false, language: DEFAULT_LANGUAGE };
  const stopgap = (): Answer => {
    parts.log.warn("kakao.stopgap", { accepted: progress.accepted });
    return plainAnswer(stopgapResponse(parts, progress));
  };
  const work = serveSkill(parts, request, progress).catch((error: unknown) => {
    parts.log.warn("kakao.not_served", { error: error instanceof Error ? error.name : "unknown" });
    return stopgap();
  });
  return within(parts.answerMs, work, () => {
    void work.then((answer) => answer.unused());
    return stopgap();
  });
}

const stopgapResponse = ({ sentences }: SkillRouteParts, { accepted, language }: Progress) =>
  accepted
    ? skillResponse([sentences.stillWorking[language]], [FETCH[language]])
    : skillResponse([sentences.unavailable[language]]);
