import type { NewId } from "../../ports/new-id.ts";
import type { WebRoute } from "../../ports/web.ts";

const socketHosts = (host: string | undefined): string =>
  host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";

/** Allows an empty style element, which Web Chat's scroller makes without the number and fills through the object model. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Scripts are ours only; Web Chat's own style sheets are let in by a number used once. Older browsers need the socket's address named. */
const policy = (nonce: string, host: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${socketHosts(host)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The customer page. `html` has `{{nonce}}` and `{{bundle}}` in it. */
export const pageRoute = (html: string, bundle: string, newId: NewId): WebRoute => ({
  method: "GET",
  path: "/",
  handle: async (request) => {
    const nonce = newId();
    return {
      status: 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy(nonce, request.headers["x-forwarded-host"] ?? request.headers.host),
      },
      body: html.replaceAll("{{nonce}}", nonce).replaceAll("{{bundle}}", bundle),
    };
  },
});
