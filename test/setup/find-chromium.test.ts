import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { chromiumPlaces, findChromium } from "./find-chromium.ts";

describe("finding a browser", () => {
  it("takes the one that is named, and no other", () => {
    expect(chromiumPlaces({ CHROME_PATH: "/opt/chrome", PATH: "/usr/bin" })).toEqual(["/opt/chrome"]);
    expect(findChromium({ CHROME_PATH: "/no/such/browser", PATH: "/usr/bin" })).toBeUndefined();
  });

  it("looks through PATH first, then in the usual places", () => {
    const places = chromiumPlaces({ PATH: ["/a", "/b"].join(delimiter) });
    expect(places[0]).toBe(join("/a", "chromium"));
    expect(places).toContain(join("/b", "google-chrome"));
    expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  });
});
