import type { FastifyHelmetOptions } from "@fastify/helmet";

/** Nothing from elsewhere, no inline script, no framing. A page that needs more sets its own policy in its reply. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  xFrameOptions: { action: "deny" },
  crossOriginEmbedderPolicy: false,
  // Only for this very name: what else the company serves under it is not ours to decide.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
};
