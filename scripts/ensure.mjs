// Runs before everything else and on whatever Node the machine has: plain JavaScript, no package.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.installed";

function install(how, errors) {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const run = spawnSync(command, [...args, how, "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: ["ignore", errors, errors],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
    shell: !npm && process.platform === "win32",
  });
  return run.status === 0;
}

/**
 * A registry may lack builds for platforms nobody asked it for. Then the lockfile has no rows for them, `npm ci` calls
 * that out of step, and `npm install` installs the same versions; what it would write into the lockfile is put back.
 */
function installKeepingLock() {
  const lock = readFileSync("package-lock.json");
  const done = install("install", 2);
  writeFileSync("package-lock.json", lock);
  return done;
}

const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const installed = existsSync(STAMP) ? readFileSync(STAMP, "utf8") : "";

if (installed !== wanted) {
  process.stderr.write("Installing what package-lock.json names …\n");
  if (!install("ci", "ignore") && !installKeepingLock()) {
    process.stderr.write("The packages could not be installed; the lines above say why.\n");
    process.exit(1);
  }
  mkdirSync("node_modules", { recursive: true });
  writeFileSync(STAMP, wanted);
}

const major = (version) => Number(version.replace(/^v/, "").split(".")[0]);
const brought = spawnSync("node", ["-v"], { encoding: "utf8" }).stdout?.trim() ?? "";
if (major(brought) < 24) {
  process.stderr.write(
    `Housewarming brings Node 26 for Linux, macOS and Windows, but not for this machine (${brought} found). Install Node 24 or newer.\n`,
  );
  process.exit(1);
}
