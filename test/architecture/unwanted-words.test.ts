import { describe, expect, it } from "vitest";
import { projectFiles } from "./source-file.ts";
import { fingerprint, unwantedWords } from "./unwanted-words.ts";

const list = ["carrot", "green soup"].map((phrase) => phrase.split(" ").map(fingerprint).join(" "));
const planted = (text: string) => unwantedWords([{ path: "README.md", text }], list);

describe("words that are no part of the product", () => {
  it("stand in no file", () => {
    expect(projectFiles.some(({ path }) => path === ".ci/run")).toBe(true);
    expect(unwantedWords(projectFiles)).toEqual([]);
  });

  it("are found in any letters and with anything between them", () => {
    expect(planted("a Carrot")).toEqual(["README.md:1: carrot"]);
    expect(planted("one\n한글carrot4")).toEqual(["README.md:2: carrot"]);
    expect(planted("https://green.soup/x and GREEN-SOUP")).toHaveLength(2);
  });

  it("are whole words in their order", () => {
    expect(planted("carrots, green, soup of greens, green pea soup")).toHaveLength(1);
    expect(planted("carrots, greens, soup green")).toEqual([]);
  });
});
