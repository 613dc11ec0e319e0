import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "#lib/config.ts";
import { Report } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import { whomYouFollow } from "#world/scenarios/whom-you-follow.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";
import { readArguments } from "./arguments.ts";
import { exitCodeOf } from "./outcome.ts";
import { SILENT } from "./progress.ts";
import { reportLines } from "./report-lines.ts";
import { runCheck } from "./run.ts";

type Ended = { readonly code: number | null; readonly out: string; readonly said: string };

async function enter(scenario: ScenarioName | Scenario): Promise<WayIn> {
  const world = await startWorld(scenario);
  const wayIn = openWayIn(world);
  onTestFinished(async () => {
    await world.stop();
    wayIn.close();
  });
  return wayIn;
}

/** The command as somebody would start it, in front of a world. */
async function housewarming(scenario: ScenarioName, ...argv: readonly string[]): Promise<Ended> {
  const { env } = await enter(scenario);
  return run(argv, { ...env, NODE_OPTIONS: "" });
}

/** What the command does between its arguments and its lines, without a process of its own. */
async function linesOf(
  { env, folder }: WayIn,
  ...argv: readonly string[]
): Promise<Omit<Ended, "said"> & { readonly report: Report }> {
  const wish = readArguments(argv);
  if (wish.wish !== "check") throw new Error("That is no check.");
  const dataDir = join(folder, "data");
  await freshDatabase(dataDir);
  const given = { place: { kind: "embedded", dataDir }, ...defined({ following: wish.following }) } as const;
  const ran = await runCheck(readConfig(env), wish.input, SILENT, given);
  if (!ran.ok) throw new Error(ran.why);
  const { report } = ran;
  return { report, code: exitCodeOf(report), out: reportLines(report, { people: wish.people }).join("\n") };
}

function run(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, ["scripts/check.ts", ...argv], { env: { ...process.env, ...env } });
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, said })));
}

const LONG = 120_000;

it("says who is missing and why, and ends with 2", { timeout: LONG }, async () => {
  const { code, out } = await linesOf(await enter("three-servers"), "@alice@old.test", "--people");
  expect(out).toContain("@alice@old.test → @alice@new.test");
  expect(out).toContain("5 missing. 6 follow the new account.");
  expect(out).toMatch(
    /2 {2}Their server doesn’t take messages from old\.test {2,}They can fix this by following you {2,}far\.test 2/,
  );
  expect(out).toMatch(/@gus@gone\.test {2,}Their server is gone {2,}proven/);
  expect(out).not.toContain("\x1b");
  expect(code).toBe(2);
});

it("says it as JSON, and nothing beside it", { timeout: LONG }, async () => {
  const { code, out, said } = await housewarming("three-servers", "@alice@old.test", "--json", "--quiet");
  const report = Report.parse(JSON.parse(out));
  expect(report.counts).toMatchObject({ missing: 5, newList: 6 });
  expect(said).toBe("");
  expect(code).toBe(2);
});

it("ends with 0 where everybody came along", { timeout: LONG }, async () => {
  const wayIn = await enter("smooth-move");
  const before = join(wayIn.folder, "list.txt");
  writeFileSync(before, "nils@near.test\n");
  const { code, out } = await linesOf(wayIn, "@alice@old.test", "--before", before);
  expect(out).toContain("0 missing");
  expect(code).toBe(0);
});

it("ends with 1 where nobody can say", { timeout: LONG }, async () => {
  const { code, out } = await linesOf(await enter("new-unreachable"), "@alice@old.test", "@alice@new.test");
  expect(out).toContain("Your new server isn’t answering");
  expect(code).toBe(1);
});

/** Held against the JSON of the same check: a sentence about everybody is true of everybody. */
it.each(["move-not-started", "moved-elsewhere"] as const)(
  "says that nobody is judged where nobody is: %s",
  { timeout: LONG },
  async (scenario) => {
    const { code, out, report } = await linesOf(
      await enter(scenario),
      "@alice@old.test",
      "@alice@new.test",
      "--people",
    );
    expect(out).toContain("Nobody is judged: we see no move to this account.");
    expect(report.followers?.filter(({ cause }) => cause !== null)).toEqual([]);
    expect(out).not.toMatch(/ missing|@nils@/);
    expect(code).toBe(1);
  },
);

it("says that the new list was not read to its end, and calls nobody of it missing", { timeout: LONG }, async () => {
  const { code, out, report } = await linesOf(await enter("half-read-new-list"), "@alice@old.test");
  expect(out).toContain("The new list could not be read to its end.");
  expect(report.counts.newList).toBeNull();
  expect(out).not.toMatch(/\d missing\./);
  expect(code).toBe(1);
});

it("says how many are on neither list, as many as there are", { timeout: LONG }, async () => {
  // One of these four came along.
  const { out } = await linesOf(await enter("followers-in-neither-list"), "@alice@old.test", "--count", "4");
  expect(out).toContain("1 follow the new account. About 3 are on neither list.");
});

it("says before a move whom each candidate would lose", { timeout: LONG }, async () => {
  const wayIn = await enter("planned-move");
  const { code, out } = await linesOf(wayIn, "@alice@old.test", "--planned", "calm.test", "loud.test");
  expect(out).toMatch(/2 {2}Their server blocks calm\.test {2,}far\.test 2/);
  expect(out).toMatch(/2 {2}loud\.test blocks their server {2,}far\.test 2/);
  expect(code).toBe(2);
});

it("says before a move whom one could follow from each candidate, where that is wanted", {
  timeout: LONG,
}, async () => {
  const wayIn = await enter(whomYouFollow);
  const list = join(wayIn.folder, "following_accounts.csv");
  const followed = whomYouFollow.old.follows ?? [];
  writeFileSync(list, ["Account address", ...followed].join("\n"));
  const plan = ["@alice@old.test", "--planned", ...(whomYouFollow.candidates ?? [])];
  const { out } = await linesOf(wayIn, ...plan, "--following", list);
  const lines = out.split("\n").filter((line) => line.startsWith(`Of ${followed.length} you follow: `));
  expect(lines).toHaveLength(whomYouFollow.candidates?.length ?? 0);
  expect(lines.some((line) => / [1-9]\d* can’t,/.test(line))).toBe(true);
});

it("says in a sentence what is wrong", { timeout: LONG }, async () => {
  const typed = await run(["no address"], {});
  expect(typed.said.trim().split("\n")).toHaveLength(1);
  expect(typed.code).toBe(1);
  const { code, said } = await run(["@alice@old.test"], { DATABASE_URL: "mysql://nowhere" });
  expect(said).toBe("Could not check: DATABASE_URL must begin with postgres:// or postgresql://.\n");
  expect(code).toBe(1);
});
