import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserTally, type Tally, tallyOf, unitTally } from "./test/tally.ts";

/** Everything CI checks, in the order in which a mistake is cheapest to learn of. */
type Part = { readonly name: string; readonly args: readonly string[]; readonly count: (ok: boolean) => Tally };

const out = mkdtempSync(join(tmpdir(), "housewarming-test-"));
const bin = (path: string) => `node_modules/${path}`;
const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
const one = (ok: boolean): Tally => tallyOf(ok);

/** Without databases, sockets and processes it takes seconds. */
const unit = (name: string, projects: readonly string[]): Part => {
  const file = `${out}/${name.replaceAll(" ", "-")}.json`;
  const chosen = projects.map((project) => `--project=${project}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name,
    args: [bin("vitest/vitest.mjs"), "run", ...chosen, ...reporters],
    count: (ok) => unitTally(read(file), ok),
  };
};

/** These need one core each, most of the time: the unit tests go beside them. */
const LOOKS: readonly Part[] = [
  { name: "format and lint", args: [bin("@biomejs/biome/bin/biome"), "ci", "--max-diagnostics=40", "."], count: one },
  { name: "types", args: [bin("typescript/bin/tsc"), "-p", ".", "--noEmit", "--incremental", "false"], count: one },
  { name: "layers", args: ["scripts/layers.ts"], count: one },
  { name: "dead code", args: [bin("knip/bin/knip.js"), "--no-progress"], count: one },
  { name: "paths in documents", args: ["scripts/doc-paths.ts"], count: one },
];
const UNIT = unit("unit tests", ["pure"]);

/** Asks a registry, and fails on days on which nothing of ours changed: no part of what every change has to pass. */
const AUDIT: Part = { name: "known holes of packages", args: ["scripts/audit.ts"], count: one };
const SERVERS = unit("tests with databases and servers", ["servers", "stand-ins"]);
const BUILD: Part = { name: "production build", args: ["scripts/build.ts"], count: one };
/** Only in `npm run prove`: minutes in which a copy is killed, filled up and lied to. */
const CHAOS: Part = { name: "chaos", args: ["bench/chaos.ts", "--short"], count: one };
/** Fails where a list of 20,000 takes a copy more than 600 MB. */
const MANY: Part = { name: "memory of a long list", args: ["bench/many.ts", "--preset", "large"], count: one };
const BROWSER: Part = {
  name: "end-to-end tests",
  args: [bin("@playwright/test/cli.js"), "test"],
  count: (ok) => browserTally(read(`${out}/e2e.json`), ok),
};

const env: NodeJS.ProcessEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  // The tests start the same programs dozens of times.
  NODE_COMPILE_CACHE: join(process.cwd(), ".cache/node"),
  PLAYWRIGHT_JSON_OUTPUT_NAME: `${out}/e2e.json`,
};

function ended({ name }: Part, started: number, ok: boolean): void {
  process.stdout.write(`  ${ok ? "ok" : "FAILED"}: ${name}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** By itself, and seen while it goes. */
function run(part: Part): Tally {
  const started = Date.now();
  process.stdout.write(`\n— ${part.name}\n`);
  const ok = spawnSync(process.execPath, part.args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
  ended(part, started, ok);
  return part.count(ok);
}

/** Beside others: what it says is shown in one piece at its end. */
async function runBeside(part: Part): Promise<Tally> {
  const started = Date.now();
  const child = spawn(process.execPath, part.args, { stdio: ["ignore", "pipe", "pipe"], env });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
  const [code] = (await once(child, "close")) as [number | null];
  process.stdout.write(`\n— ${part.name}\n${Buffer.concat(said).toString()}`);
  ended(part, started, code === 0);
  return part.count(code === 0);
}

/** One after the other. */
async function runRow(row: readonly Part[]): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const part of row) tallies.push(await runBeside(part));
  return tallies;
}

// `npm run prove` takes the whole matrices where `npm test` takes a sample.
const proves = process.argv.includes("--prove");
if (proves) env.PROVE = "1";
const parts = process.argv.includes("--verify")
  ? []
  : [...(proves ? [AUDIT] : []), SERVERS, BUILD, BROWSER, ...(proves ? [CHAOS, MANY] : [])];
if (parts.includes(BROWSER)) {
  const { ensureBrowser } = await import("./browser.ts");
  env.CHROMIUM_PATH = ensureBrowser();
}
const quick = (await Promise.all([runRow(LOOKS), runRow([UNIT])])).flat();
const total = [...quick, ...parts.map(run)].reduce((sum, part) => ({
  passed: sum.passed + part.passed,
  failed: sum.failed + part.failed,
}));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
