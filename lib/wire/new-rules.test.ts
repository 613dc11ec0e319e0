import { join } from "node:path";
import { expect, it } from "vitest";
import { RULES_VERSION } from "#lib/causes/index.ts";
import { byNewRules, rulesChangedOf } from "#lib/check/judge/by-new-rules.ts";
import type { CheckDeps } from "#lib/check/state/deps.ts";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import { type CheckRow, readCheck } from "#lib/store/check/checks.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import type { Store } from "#lib/store/open/store.ts";
import { openApp } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";

/** What a check looks like that older rules judged: another number, and another answer for some. */
async function age(store: Store, id: string): Promise<void> {
  await store.db.execute(
    `update checks set rules = '2026.1', cursor = cursor - 'rules' || '{"looked": true}' where id = '${id}'`,
  );
  await store.db.execute(
    `update people set verdict = '{}'::jsonb, cause = 'unknown', grp = 'unknown'
      where check_id = '${id}' and cause = 'old-server-blocked'`,
  );
}

/** A process that dies before its last writes: of those it begins so many are written. */
function dying(store: Store, writes: number): Store {
  let left = writes;
  const transaction: Store["db"]["transaction"] = (...given) => {
    if (left-- <= 0) throw new Error("The process died.");
    return store.db.transaction(...given);
  };
  const db = new Proxy(store.db, {
    get: (of, name) => {
      const own: unknown = name === "transaction" ? transaction : Reflect.get(of, name);
      return typeof own === "function" ? own.bind(of) : own;
    },
  });
  return { ...store, db };
}

/** Dies after each of its writes in turn, and is opened again by another process. Returns what the last one left. */
async function dieAndJudge(store: Store, id: string): Promise<readonly CheckRow[]> {
  const ends: CheckRow[] = [];
  for (let writes = 0; ; writes++) {
    await age(store, id);
    const row = await readCheck(store, id);
    if (!row) throw new Error("the check is gone");
    const deps = { now: () => new Date() } as CheckDeps;
    const died = await byNewRules({ ...deps, store: dying(store, writes) }, row).then(
      () => false,
      () => true,
    );
    const found = await readCheck(store, id);
    if (!found) throw new Error("the check is gone");
    expect(rulesChangedOf(found) === undefined, `after ${writes} writes`).toBe(died);
    ends.push(await byNewRules({ ...deps, store }, found));
    if (!died) return ends;
  }
}

/** Without the order in which facts stand, which is the database's. */
const inShort = (report: Report | null) => ({
  ...{ counts: report?.counts, move: report?.move, checkedAt: report?.checkedAt },
  followers: report?.followers?.map(({ acct, cause, certainty, reach }) => [acct, cause, certainty, reach]),
});

it("judges a finished check again when it is opened under newer rules, and says for how many that made a difference", {
  timeout: 120_000,
}, async () => {
  const world = await startWorld("three-servers");
  const wayIn = openWayIn(world);
  const dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
  const open = () => openApp(readConfig({ ...wayIn.env, LIMITS: "off" }), { place: { kind: "embedded", dataDir } });
  const first = await open();
  const made = await first.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("the check was not made");
  const { id, key } = made.created;
  for await (const event of first.watch(id, 0, AbortSignal.timeout(100_000))) void event;
  const before = await first.checks.report(id, key, { followers: "inline" });
  await first.close();
  const blocked = before?.counts.byCause["old-server-blocked"] ?? 0;
  const store = await openStore({ kind: "embedded", dataDir });
  const ends = await dieAndJudge(store, id);
  expect(ends.length).toBeGreaterThan(3);
  for (const end of ends) {
    expect(end).toMatchObject({ rules: RULES_VERSION, cursor: { looked: null } });
    expect(rulesChangedOf(end)).toEqual({ from: "2026.1", people: blocked });
  }
  await age(store, id);
  await store.close();
  const asked = world.requests.length;
  const again = await open();
  try {
    const [report, page] = await Promise.all([
      again.checks.report(id, key, { followers: "inline" }),
      again.checks.followers(id, key, { cause: "old-server-blocked", limit: 100, sort: "acct" }),
    ]);
    expect(blocked).toBeGreaterThan(0);
    expect(before).not.toHaveProperty("rulesChanged");
    expect(report).toMatchObject({ rules: RULES_VERSION, rulesChanged: { from: "2026.1", people: blocked } });
    expect(inShort(report)).toEqual(inShort(before));
    expect(page?.total).toBe(blocked);
    expect(inShort(await again.checks.report(id, key, { followers: "inline" }))).toEqual(inShort(report));
    expect(world.requests.length).toBe(asked);
  } finally {
    await again.close();
    await world.stop();
    wayIn.close();
  }
});
