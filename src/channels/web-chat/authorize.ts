import type { WebReply, WebRequest } from "../../ports/web.ts";
import { refuse } from "./direct-line-error.ts";
import type { Pass, Tokens } from "./tokens.ts";

/** The credential of an `Authorization: Bearer` header. */
export const bearer = (request: WebRequest): string | undefined =>
  /^Bearer +(.+)$/i.exec(request.headers.authorization ?? "")?.[1];

/** Runs `handle` for the holder of a valid token, and of the conversation in the path when there is one. */
export const withPass =
  (tokens: Tokens, handle: (pass: Pass, request: WebRequest) => Promise<WebReply>) =>
  async (request: WebRequest): Promise<WebReply> => {
    const token = bearer(request);
    if (token === undefined) return refuse("NoToken");
    const pass = await tokens.read(token);
    if (pass === undefined) return refuse("TokenRefused");
    const wanted = request.params.id;
    if (wanted !== undefined && wanted !== pass.conversation) return refuse("TokenRefused", pass.language);
    return handle(pass, request);
  };
