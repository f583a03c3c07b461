import type { SampleRequest } from "./sample-request.ts";

/** What those call who watch the process. */
export const watchSamples: readonly SampleRequest[] = ["/metrics", "/healthz", "/readyz"].map((path) => ({
  name: path,
  method: "GET",
  path,
  headers: {},
  body: "",
}));
