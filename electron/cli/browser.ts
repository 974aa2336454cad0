import { existsSync } from "node:fs";
import path from "node:path";

/** Names of Chromium and its relatives on a path; the first found prints. */
const PROGRAMS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "brave-browser",
];

/** Where Windows keeps them; Edge is on every Windows 10 and later. */
const WINDOWS_PLACES = ["Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe"];

/** Names a browser of one's own choice. */
const CHOICE = "GONGKAI_BROWSER";

/** The browser that turns pages into PDF: the one named in the environment, else the first known one found; undefined without any. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env[CHOICE];
  if (chosen !== undefined && chosen !== "") return existsSync(chosen) ? chosen : undefined;
  return candidates(env).find((file) => existsSync(file));
}

function candidates(env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === "win32") {
    const roots = [env["ProgramFiles(x86)"], env["ProgramFiles"], env["LOCALAPPDATA"]];
    return roots.flatMap((root) => (root === undefined ? [] : WINDOWS_PLACES.map((place) => path.join(root, place))));
  }
  const folders = (env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}
