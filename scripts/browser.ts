import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Playwright's own browser, else the system's. */
export function findBrowser(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  return [chosen, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

/** Installs one where there is none: Playwright's, else Debian's where we may. */
export function ensureBrowser(): string {
  const found =
    findBrowser() ?? (installOwn() ? findBrowser() : undefined) ?? (installDebian() ? findBrowser() : undefined);
  if (found) return found;
  throw new Error(
    "No browser for the end-to-end tests. Install Chromium or Chrome, run `npx playwright install chromium`, or set CHROMIUM_PATH.",
  );
}

function installOwn(): boolean {
  return run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], 240_000);
}

function installDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  run("apt-get", ["update"], 120_000);
  return run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], 300_000);
}

function run(command: string, args: string[], timeout: number): boolean {
  process.stderr.write(`Bringing a browser: ${command.split("/").at(-1)} ${args.slice(-2).join(" ")} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", 2, 2], timeout, env }).status === 0;
}
