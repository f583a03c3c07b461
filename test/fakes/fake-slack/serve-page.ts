import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../../../src/project-root.ts";
import type { FarReply, FarRequest } from "../far-server.ts";
import { actOnPage } from "./act-on-page.ts";
import type { FakeSlack } from "./start-fake-slack.ts";
import { stateOfPage } from "./state-of-page.ts";

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
  "/page-blocks.js": ["page-blocks.js", "text/javascript; charset=utf-8"],
};

/** The page on which a person sees the workspace and acts in it; for the fake's `page`. */
export async function servePage(request: FarRequest, slack: FakeSlack): Promise<FarReply | undefined> {
  if (request.path === "/page/state") return { status: 200, body: stateOfPage(slack, request.query) };
  if (request.path === "/page/act" && request.method === "POST") return actOnPage(slack, JSON.parse(request.body));
  const [file, type] = FILES[request.path] ?? [];
  if (file === undefined || type === undefined) return undefined;
  const body = await readFile(join(projectRoot, "test/fakes/fake-slack/page", file), "utf8");
  return { status: 200, headers: { "content-type": type }, body };
}
