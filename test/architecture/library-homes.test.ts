import { describe, expect, it } from "vitest";
import { HOMES, naturalRoots, strayLibraries } from "./library-homes.ts";
import { programFiles, projectFile } from "./source-file.ts";

const planted = (path: string, text: string) => strayLibraries([{ path, text }]);

describe("one home for each library", () => {
  it("holds in src and dialogs", () => {
    expect(strayLibraries(programFiles)).toEqual([]);
  });

  it("is named for every package the program is installed with", () => {
    const { dependencies } = JSON.parse(projectFile("package.json").text);
    expect(Object.keys(dependencies).filter((name) => HOMES[name] === undefined)).toEqual([]);
  });

  it("never takes in the root of natural", () => {
    expect(naturalRoots(programFiles)).toEqual([]);
    expect(naturalRoots([{ path: "src/understanding/a.ts", text: 'import natural from "natural";' }])).toHaveLength(1);
  });

  it.each([
    ["src/turn/a.ts", 'import { z } from "zod";'],
    ["src/http/a.ts", 'import { SignJWT } from "jose";'],
    ["src/channels/web-chat/a.ts", 'import Fastify from "fastify";'],
    ["src/desk/page/a.ts", 'import ws from "@fastify/websocket";'],
    ["src/turn/a.ts", 'const { default: D } = await import("libsql");'],
    ["src/turn/a.ts", 'const s = process.getBuiltinModule("node:sqlite");'],
    ["src/channels/web-chat/a.ts", 'import MarkdownIt from "markdown-it";'],
    ["src/core/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/http/a.ts", 'import express from "express";'],
    ["dialogs/repair/dialog.ts", 'import { parse } from "yaml";'],
  ])("refuses %s with %j", (path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  it("allows a library at home", () => {
    expect(planted("src/understanding/a.ts", 'import C from "natural/lib/natural/classifiers/classifier.js";')).toEqual(
      [],
    );
    expect(planted("src/http/a.ts", 'import type { FastifyInstance } from "fastify";')).toEqual([]);
    expect(planted("src/http/a.ts", 'import { isIP } from "node:net";')).toEqual([]);
  });
});
