import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { completions, refuseIncomplete } from "./translations/completion.ts";

const SOURCES = ["app", "components", "lib", "i18n", "public"];
const FILES = [
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation-client.ts",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = ".next/built-from";

/** Builds when what the build is made of has changed; a second start takes seconds. */
export function buildIfStale(): void {
  const wanted = fingerprint();
  if (builtFrom() === wanted) return;
  const release = lockBuild();
  try {
    if (builtFrom() !== wanted) build(wanted);
  } finally {
    release();
  }
}

function build(wanted: string): void {
  refuseIncomplete(completions());
  process.stderr.write("Building …\n");
  const run = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  if (run.status !== 0) throw new Error("The build failed; the lines above say why.");
  writeFileSync(STAMP, wanted);
}

const builtFrom = () => (existsSync(STAMP) ? readFileSync(STAMP, "utf8") : "");

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const path of [...SOURCES.flatMap(filesBelow), ...FILES].filter((file) => existsSync(file)).sort()) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => !/\.test\.tsx?$/.test(path) && statSync(path).isFile());
}

/** An exclusive transaction: the system frees it when its holder dies, which a lock file would not. */
function lockBuild(): () => void {
  // Not in `.next`: a build empties that.
  mkdirSync(".cache", { recursive: true });
  const lock = new DatabaseSync(".cache/build-lock.sqlite");
  lock.exec("PRAGMA busy_timeout = 600000; BEGIN EXCLUSIVE");
  return () => lock.close();
}

if (import.meta.main) buildIfStale();
