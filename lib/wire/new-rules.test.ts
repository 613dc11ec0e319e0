import { join } from "node:path";
import { expect, it } from "vitest";
import { RULES_VERSION } from "#lib/causes/index.ts";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import { openApp } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";

/** What a check looks like that older rules judged: another number, and another answer for some. */
async function age(dataDir: string, id: string): Promise<void> {
  const store = await openStore({ kind: "embedded", dataDir });
  await store.db.execute(`update checks set rules = '2026.1' where id = '${id}'`);
  await store.db.execute(
    `update people set verdict = '{}'::jsonb, cause = 'unknown', grp = 'unknown'
      where check_id = '${id}' and cause = 'old-server-blocked'`,
  );
  await store.close();
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
  await age(dataDir, id);
  const asked = world.requests.length;
  const again = await open();
  try {
    const [report, page] = await Promise.all([
      again.checks.report(id, key, { followers: "inline" }),
      again.checks.followers(id, key, { cause: "old-server-blocked", limit: 100, sort: "acct" }),
    ]);
    const blocked = before?.counts.byCause["old-server-blocked"] ?? 0;
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
