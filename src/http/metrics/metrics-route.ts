import type { StoreFigures } from "../../ports/figures.ts";
import type { WebRequest, WebRoute } from "../../ports/web.ts";
import { isSameSecret } from "../../privacy/is-same-secret.ts";
import { isLoopbackHost } from "../check-caller.ts";
import { httpError } from "../http-error.ts";
import type { Prometheus } from "./create-prometheus.ts";
import { createLastFigures } from "./last-figures.ts";

export interface MetricsParts {
  readonly prometheus: Prometheus;
  readonly figures: () => Promise<StoreFigures>;
  /** Without one, only callers on this machine are served. */
  readonly token?: string;
  /** Ids of channels that nobody can push to. */
  readonly held?: ReadonlySet<string>;
  /** How long nothing could be posted to the desk; 0 when it can be. */
  readonly deskStoppedSeconds?: () => number;
}

/** A proxy on this machine calls from a loopback address for somebody who is not on it. */
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded"];

const isHere = ({ from, headers }: WebRequest): boolean =>
  /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(from) &&
  isLoopbackHost(headers.host ?? "") &&
  FORWARDED.every((name) => headers[name] === undefined);

/** `GET /metrics` in the text form of Prometheus; answers with what it knows when the store does not. */
export function metricsRoute({ prometheus, figures, token, held = new Set(), ...parts }: MetricsParts): WebRoute {
  const last = createLastFigures(figures);
  return {
    method: "GET",
    path: "/metrics",
    handle: async (request) => {
      if (
        token === undefined ? !isHere(request) : !isSameSecret(request.headers.authorization ?? "", `Bearer ${token}`)
      ) {
        return token === undefined
          ? httpError("METRICS_REFUSED")
          : { ...httpError("TOKEN_NEEDED"), headers: { "www-authenticate": "Bearer" } };
      }
      const { known, answered, ageSeconds } = await last.ask();
      if (known !== undefined) prometheus.gauges.set(known, held);
      prometheus.gauges.up(answered, ageSeconds);
      prometheus.gauges.deskStopped(parts.deskStoppedSeconds?.() ?? 0);
      const body = await prometheus.text();
      return { status: 200, headers: { "content-type": prometheus.contentType }, body };
    },
  };
}
