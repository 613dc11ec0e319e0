import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#lib/config.ts";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { Report } from "#lib/contract/report.ts";
import type { StorePlace } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { readRecordings } from "../../replay/read-recordings.ts";
import { replayCheck } from "../../replay/replay-check.ts";
import { SILENT } from "../progress.ts";
import { type Ran, runCheck } from "../run.ts";
import { openTraceFolder } from "./trace-folder.ts";

const LONG = 120_000;
const newFolder = (): string => mkdtempSync(join(tmpdir(), "trace-"));
async function emptyStore(): Promise<StorePlace> {
  const dataDir = newFolder();
  await freshDatabase(dataDir);
  return { kind: "embedded", dataDir };
}
const reportOf = (ran: Ran): Report => {
  if (!ran.ok) throw new Error(ran.why);
  return ran.report;
};

/** A check in a world that is gone afterwards, so that nothing but its trace can answer. */
async function traced(scenario: ScenarioName, input: NewCheck, mask: boolean) {
  const world = await startWorld(scenario);
  const wayIn = openWayIn(world);
  onTestFinished(() => wayIn.close());
  const folder = newFolder();
  const recording = openTraceFolder(folder, { mask });
  const ran = await runCheck(readConfig(wayIn.env), input, SILENT, { recording, place: await emptyStore() });
  recording.end({ input, begun: new Date().toISOString() });
  await world.stop();
  return { folder, report: reportOf(ran) };
}

const INPUT: NewCheck = {
  mode: "moved",
  old: "@alice@old.test",
  before: { kind: "snapshot", handles: ["bo@far.test", "gus@gone.test"] },
};
const verdicts = ({ followers = [] }: Report): readonly string[] =>
  (followers ?? []).map(({ server, cause, certainty, reach }) => [server, cause, certainty, reach].join(" ")).sort();

describe("a trace", () => {
  it("is replayed without a network, and names nobody where it is masked", { timeout: LONG }, async () => {
    const { folder, report } = await traced("three-servers", INPUT, true);
    const index = readFileSync(join(folder, "INDEX.tsv"), "utf8").trim().split("\n");
    const files = readdirSync(folder).filter((name) => /^\d+\..*json$/.test(name));
    expect(index.map((line) => line.split("\t")[0])).toEqual(files);
    const texts = readdirSync(folder).map((name) => `${name}\n${readFileSync(join(folder, name), "utf8")}`);
    const people = (report.followers ?? []).map(({ acct }) => acct.split("@")[0] ?? "");
    expect(people.length).toBeGreaterThan(5);
    for (const name of ["alice", ...people])
      for (const text of texts) expect(text).not.toMatch(new RegExp(`(?<![\\w.])${name}(?![\\w.])`, "i"));
    const recordings = readRecordings(folder);
    const { input } = recordings.about ?? {};
    if (!input) throw new Error("The trace does not say what was checked.");
    const { ran, unknown } = await replayCheck(readConfig({}), input, recordings, { place: await emptyStore() });
    expect(unknown).toEqual([]);
    const again = reportOf(ran);
    expect(again.counts).toEqual(report.counts);
    expect(verdicts(again)).toEqual(verdicts(report));
  });

  it("is not mixed with another", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "mine.txt"), "");
    expect(() => openTraceFolder(folder, { mask: false })).toThrow("is not empty");
  });
});
