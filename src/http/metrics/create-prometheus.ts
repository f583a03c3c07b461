import Counter from "prom-client/lib/counter.js";
import Histogram from "prom-client/lib/histogram.js";
import Registry from "prom-client/lib/registry.js";
import { OUTCOMES } from "../../core/outcome.ts";
import {
  ACCEPT_RESULTS,
  type Counted,
  type Meter,
  type Observed,
  REFUSALS,
  SEND_RESULTS,
  SURVEY_STEPS,
  TURN_STEPS,
  WAYS,
} from "../../ports/meter.ts";
import { createStoreGauges, type StoreGauges } from "./create-store-gauges.ts";

/** The meter of the process, and its page. */
export interface Prometheus extends Meter {
  readonly gauges: StoreGauges;
  readonly contentType: string;
  text(): Promise<string>;
}

/** From a thousandth of a second to ten: accepts and turns are short, far ends are not. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Measures for Prometheus. `contentHash` says which words and rules are in force. Keeps no handle open. The figures of Node itself begin
 * with the first look at the page, so that a start does not wait for what measures them.
 */
export function createPrometheus(contentHash: string): Prometheus {
  const register = new Registry();
  const counters = createCounters(register);
  const histograms = createHistograms(register);
  const gauges = createStoreGauges(register, contentHash);
  let measured: Promise<void> | undefined;
  return {
    count: (name, labels) => counters[name].inc({ ...labels }),
    observe: (name, labels, seconds) => histograms[name].observe({ ...labels }, seconds),
    gauges,
    contentType: register.contentType,
    text: async () => {
      measured ??= measureProcess(register);
      await measured;
      return register.metrics();
    },
  };
}

async function measureProcess(register: Registry): Promise<void> {
  const { collectDefaultMetrics } = await import("prom-client");
  collectDefaultMetrics({ register });
}

function createCounters(register: Registry): Readonly<Record<keyof Counted, Counter>> {
  const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers: [register] });
  const counters = {
    accept: counter("ansim_accepts_total", "Arrivals by what became of them at the door.", ["result"]),
    turn: counter("ansim_turns_total", "Turns by how they ended.", ["outcome"]),
    fenced: counter("ansim_leases_fenced_total", "Turns thrown away because another process had taken over."),
    send: counter("ansim_sends_total", "Attempts to deliver, by way and result.", ["to", "result"]),
    survey: counter("ansim_surveys_total", "Surveys after closed cases: asked, and what was answered.", ["answer"]),
    refusal: counter("ansim_refusals_total", "Requests and sockets turned away for load.", ["why"]),
  };
  // Zero from the start, so that an alert sees the first one.
  for (const result of ACCEPT_RESULTS) counters.accept.inc({ result }, 0);
  for (const outcome of OUTCOMES) counters.turn.inc({ outcome }, 0);
  for (const to of WAYS) for (const result of SEND_RESULTS) counters.send.inc({ to, result }, 0);
  for (const answer of SURVEY_STEPS) counters.survey.inc({ answer }, 0);
  for (const why of REFUSALS) counters.refusal.inc({ why }, 0);
  return counters;
}

function createHistograms(register: Registry): Readonly<Record<keyof Observed, Histogram>> {
  const histogram = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets: SECONDS, registers: [register] });
  const histograms = {
    accept: histogram("ansim_accept_seconds", "From an arrival at the door until it is on disk."),
    turn: histogram("ansim_turn_seconds", "Parts of a turn.", ["step"]),
    send: histogram("ansim_send_seconds", "Attempts to deliver.", ["to"]),
  };
  for (const step of TURN_STEPS) histograms.turn.zero({ step });
  return histograms;
}
