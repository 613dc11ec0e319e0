import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "../scripts/browser.ts";
import { openHouse } from "./house.ts";
import { WORLDS } from "./states/states.ts";
import { type Visit, visitsAfter, visitsBefore } from "./states/visits.ts";

/**
 * What Lighthouse thinks of the pages a mover and a follower see, as a phone and as a laptop: `npm run lighthouse`.
 * `npm run lighthouse -- result share` looks at these alone, and writes nothing down.
 * It is fetched when it is wanted, because it weighs as much as all the rest together. How fast the machine was
 * stands beside each score: Lighthouse slows every machine by the same factor, so below 1,000 a score says more about
 * the machine than about the page.
 */
const LIGHTHOUSE = "lighthouse@12.8.2";
const RUNS = 5;
const REPORT = "docs/lighthouse.json";
const CATEGORIES = ["accessibility", "performance"] as const;
const AUDITS = {
  largest: "largest-contentful-paint",
  blocking: "total-blocking-time",
  shift: "cumulative-layout-shift",
} as const;
type Scores = Readonly<Record<(typeof CATEGORIES)[number] | keyof typeof AUDITS | "machine", number>>;
type Report = {
  readonly categories: Readonly<Record<string, { readonly score: number; readonly auditRefs?: readonly AuditRef[] }>>;
  readonly audits: Readonly<Record<string, Audit>>;
  readonly environment: { readonly benchmarkIndex: number };
};
type AuditRef = { readonly id: string; readonly weight: number };
type Audit = {
  readonly numericValue: number;
  readonly score: number | null;
  readonly details?: { readonly items?: readonly { readonly node?: { readonly snippet: string } }[] };
};
type Device = "phone" | "laptop";

const out = mkdtempSync(join(tmpdir(), "lighthouse-"));
const environment = { ...process.env, CHROME_PATH: ensureBrowser(), NODE_OPTIONS: "" };

/** Now and then its browser misses the beginning of a page; then it looks again. */
function score(visit: Visit, device: Device, tries = 3): Scores {
  try {
    return look(visit, device);
  } catch (error) {
    if (tries === 1) throw error;
    return score(visit, device, tries - 1);
  }
}

function look({ url, cookie }: Visit, device: Device): Scores {
  const file = join(out, "report.json");
  const args = [
    ...["--yes", LIGHTHOUSE, url, "--quiet", "--output=json", `--output-path=${file}`],
    ...[`--only-categories=${CATEGORIES.join(",")}`, "--chrome-flags=--headless=new --no-sandbox"],
    ...(device === "laptop" ? ["--preset=desktop"] : []),
    ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
  ];
  const { status, stderr } = spawnSync("npx", args, { env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}: ${stderr.slice(-500)}`);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  for (const fault of faultsIn(report)) process.stderr.write(`${fault}\n`);
  return scoresOf(report);
}

/** What keeps a page from a hundred, and where it stands. */
function faultsIn({ categories, audits }: Report): readonly string[] {
  const weighed = (categories.accessibility?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  return weighed.flatMap(({ id }) => {
    const audit = audits[id];
    if (audit?.score !== 0) return [];
    return [`${id}: ${(audit.details?.items ?? []).map(({ node }) => node?.snippet ?? "").join(" ")}`];
  });
}

function scoresOf({ categories, audits, environment: { benchmarkIndex } }: Report): Scores {
  const hundredths = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const measured = (name: string): number => Math.round((audits[name]?.numericValue ?? 0) * 1000) / 1000;
  return {
    accessibility: hundredths("accessibility"),
    performance: hundredths("performance"),
    largest: Math.round(measured(AUDITS.largest)),
    blocking: Math.round(measured(AUDITS.blocking)),
    shift: measured(AUDITS.shift),
    machine: Math.round(benchmarkIndex),
  };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

function medians(visit: Visit, device: Device) {
  const runs = Array.from({ length: RUNS }, () => score(visit, device));
  const of = (name: keyof Scores): number => median(runs.map((run) => run[name]));
  const line = {
    page: visit.page,
    device,
    accessibility: of("accessibility"),
    performance: of("performance"),
    largest: of("largest"),
    blocking: of("blocking"),
    shift: of("shift"),
    machine: of("machine"),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  return line;
}

const house = await openHouse(WORLDS.asking);
const planned = await openHouse(WORLDS.planned);
const asked = process.argv.slice(2);
const visits = [...(await visitsAfter(house)), ...(await visitsBefore(planned))];
const wanted = visits.filter(({ page }) => asked.length === 0 || asked.includes(page));
const pages = wanted.flatMap((visit) => [medians(visit, "phone"), medians(visit, "laptop")]);
const report = { at: new Date().toISOString(), lighthouse: LIGHTHOUSE, runs: RUNS, pages };
if (asked.length === 0) writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`);
rmSync(out, { recursive: true });
await house.close();
await planned.close();
