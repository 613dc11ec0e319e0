import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { deskOf } from "#world/software/oauth/desk.ts";
import { startWorld, type World } from "#world/start.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";
import { SILENT } from "./progress.ts";
import { type Handed, runCheck } from "./run.ts";

const HIDDEN: Scenario = {
  name: "behind a hidden list, with a token",
  about: "Alice has moved, and kept a token of the old account from before.",
  old: { at: "alice@old.test", hidesLists: true },
  target: { at: "alice@new.test" },
  newIsBusy: false,
  servers: { "far.test": { list: "public", blocks: { "new.test": "suspend" } } },
  followers: { "far.test": ["fay", "fred"], "old.test": ["mallory"] },
};

let world: World;
let wayIn: WayIn;
beforeAll(async () => {
  world = await startWorld(HIDDEN);
  wayIn = openWayIn(world);
});
afterAll(async () => {
  await world.stop();
  wayIn.close();
});

function tokenOf(user: string): string {
  const account = world.state.people.find((one) => one.user === user && one.server.host === "old.test");
  const desk = deskOf(world.state);
  const text = desk.next("token");
  if (!account) throw new Error(`nobody is called ${user}`);
  const { server } = account;
  desk.tokens.set(text, { ...{ text, app: undefined, server, account, revoked: false }, scopes: ["read:accounts"] });
  return text;
}

const LONG = { timeout: 120_000 };

let runs = 0;
async function check(tokens: Handed) {
  const dataDir = join(wayIn.folder, `data-${++runs}`);
  await freshDatabase(dataDir);
  const place = { kind: "embedded", dataDir } as const;
  return runCheck(readConfig(wayIn.env), { mode: "moved", old: "@alice@old.test" }, SILENT, { place, tokens });
}

it(
  "reads with a token of the moved account what strangers are not shown, and says nothing of the token",
  LONG,
  async () => {
    const without = await check({});
    expect(without.ok && without.report.followers).toEqual([]);
    const token = tokenOf("alice");
    const ran = await check({ old: token });
    if (!ran.ok) throw new Error(ran.why);
    expect(ran.report.followers?.map(({ acct, cause }) => [acct, cause])).toEqual([
      ["fay@far.test", "new-server-blocked"],
      ["fred@far.test", "new-server-blocked"],
    ]);
    expect(JSON.stringify(ran.report)).not.toContain(token);
    // It is its owner's, who may use it again.
    expect(deskOf(world.state).tokens.get(token)?.revoked).toBe(false);
  },
);

it("takes no token of somebody else, and names the variable", LONG, async () => {
  const ran = await check({ old: "nonsense", new: tokenOf("mallory") });
  expect(ran).toMatchObject({ ok: false, why: expect.stringMatching(/^NEW_TOKEN: /) });
});
