import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

const PLACES = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Every path where a browser may be, the wanted one (`CHROME_PATH`) alone when it is named. */
export function chromiumPlaces(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (env.CHROME_PATH !== undefined && env.CHROME_PATH !== "") return [env.CHROME_PATH];
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
}

/** The path of a Chromium on this machine. */
export const findChromium = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
  chromiumPlaces(env).find((place) => existsSync(place));
