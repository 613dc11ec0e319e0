import { afterEach, expect, it } from "vitest";
import type { NewCheck } from "#lib/contract/check-input.ts";
import { type Evidence, ExportedReport } from "#lib/contract/evidence.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { wholeFile } from "#testing/wire/whole-file.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import { rejudge } from "../judge/rejudge.ts";

let opened: TestApp | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

const MOVED: NewCheck = { mode: "moved", old: "@alice@old.test" };
const PLANNED: NewCheck = { mode: "planned", old: "@alice@old.test", candidates: ["new.test"] };

async function exported(scenario: ScenarioName, input: NewCheck): Promise<ExportedReport> {
  opened = await openTestApp(scenario);
  const { app } = opened;
  const made = await app.checks.create(input);
  if (!made.ok) throw new Error("the check was not made");
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
  return ExportedReport.parse(JSON.parse(await wholeFile(await app.checks.exportJson(id, key))));
}

it.each<[ScenarioName, NewCheck]>([
  ["three-servers", MOVED],
  ["many-kinds", MOVED],
  ["ghosts", MOVED],
  ["planned-move", PLANNED],
])(
  "what %s was found to say is judged from the export as it was in the check",
  { timeout: 180_000 },
  async (scenario, input) => {
    const { followers, servers, evidence, counts, move, rules } = await exported(scenario, input);
    if (!evidence) throw new Error("the export holds no evidence");
    const again = rejudge(evidence);
    const key = evidence.check.targets[0]?.key ?? "";
    const before = (followers ?? []).map(({ server, ...one }) => lineOf(one, factsOf(servers, server)));
    const now = again.servers.flatMap(({ facts, followers: all }) =>
      all.flatMap(({ acct, outcomes }) => (acct && outcomes[key] ? [lineOf({ acct, ...outcomes[key] }, facts)] : [])),
    );
    expect(now.sort()).toEqual(before.sort());
    expect(evidence.people.length).toBeGreaterThan(0);
    expectNoStrangers(evidence);
    expect(again).toMatchObject({ counts, rules, move: { state: move.state } });
  },
);

type Facts = readonly { readonly fact: string; readonly target?: string | undefined }[];
type Judged = Pick<Follower, "acct" | "position" | "cause" | "certainty" | "reach"> & {
  readonly because: readonly (number | { readonly fact: string })[];
  readonly undecided: readonly { readonly cause: string; readonly gaps: readonly string[] }[];
};
type Follower = NonNullable<ExportedReport["followers"]>[number];

const factsOf = (servers: ExportedReport["servers"], host: string): Facts =>
  servers.find((server) => server.host === host)?.facts ?? [];

/** A verdict with what decided it, by name: JSON in a database keeps no order of fields. */
function lineOf({ acct, position, cause, certainty, reach, because, undecided }: Judged, facts: Facts): string {
  const names = because.map((place) => (typeof place === "number" ? facts[place]?.fact : place.fact)).sort();
  return JSON.stringify([acct, position, cause, certainty, reach, names, undecided]);
}

/** The mover's own export names nobody else than the check does, and holds no list of blocks. */
function expectNoStrangers({ servers, people, check }: Evidence): void {
  const named = new Set(people.map(({ acct }) => acct));
  const viewed = servers.flatMap(({ onOld, onTarget }) =>
    [onOld, ...Object.values(onTarget)].flatMap(({ view }) => (view?.known ? view.value.accts : [])),
  );
  expect(viewed.filter((acct) => acct !== "*" && !named.has(acct))).toEqual([]);
  expect(JSON.stringify({ servers, check })).not.toMatch(/"(about|rows|digest|token)":/);
}
