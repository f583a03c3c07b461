import type { Language } from "../../core/language.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { transcriptOf } from "../../ports/transcript-text.ts";
import type { WebReply, WebRoute } from "../../ports/web.ts";
import { languageOfLocale } from "../../wording/language-of-locale.ts";
import { withPass } from "./authorize.ts";
import type { Pass, Tokens } from "./tokens.ts";

export interface TranscriptParts {
  readonly store: Pick<Store, "entries">;
  readonly tokens: Tokens;
  readonly clock: Clock;
}

const HEAD: Readonly<Record<Language, string>> = {
  ko: "안심과 나눈 대화 (한국 시각)",
  en: "Your conversation with Ansim (Korean time)",
};

/** `GET /web-chat/transcript`: the conversation of the token's holder as a text file, and nobody else's. */
export const transcriptRoute = ({ store, tokens, clock }: TranscriptParts): WebRoute => ({
  method: "GET",
  path: "/web-chat/transcript",
  handle: withPass(tokens, async (pass: Pass, request): Promise<WebReply> => {
    const language = languageOfLocale(request.query.locale) ?? pass.language;
    const lines = transcriptOf(await store.entries(pass.conversation, 0), language);
    return {
      status: 200,
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="ansim-${clock.today()}.txt"`,
        "cache-control": "no-store",
      },
      // Windows' own editor takes text for the local code page without the mark.
      body: `\ufeff${[HEAD[language], ...lines].join("\n\n")}\n`,
    };
  }),
});
