import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import { openApp } from "#lib/wire.ts";
import { startChild } from "#testing/store/process.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";

it("what a process says of a whole check, at its most talkative, names nobody and opens nothing", async () => {
  const world = await startWorld("many-kinds");
  const wayIn = openWayIn(world);
  const dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
  const config = readConfig({ ...wayIn.env, LIMITS: "off" });
  const made = await makeOne();
  async function makeOne() {
    // A copy that runs no checks: the process that is listened to does.
    const app = await openApp({ ...config, worker: "off" }, { place: { kind: "embedded", dataDir } });
    const one = await app.checks.create({ mode: "moved", old: "alice@old.test" });
    await app.close();
    if (!one.ok) throw new Error("The check was refused.");
    return one.created;
  }
  const child = startChild("../signin/app-child.ts", [JSON.stringify(config), dataDir, "0"], { LOG_LEVEL: "trace" });
  const lines = await child.until((all) => all.some((line) => line.includes("check done")));
  await child.end("SIGKILL");
  await world.stop();
  wayIn.close();
  const said = lines.join("\n").toLowerCase();
  expect(world.truth.followers.length).toBeGreaterThan(10);
  for (const { acct } of world.truth.followers) expect(said).not.toContain(acct);
  for (const secret of ["alice", "@", made.key.toLowerCase()]) expect(said).not.toContain(secret);
});
