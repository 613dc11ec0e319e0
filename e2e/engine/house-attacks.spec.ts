import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { smallDisk } from "#testing/small-disk.ts";
import { endRests } from "#testing/store/end-rests.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { names } from "#world/scenarios/names.ts";
import { type House, openHouse } from "../house.ts";
import { worstWaitDuring } from "./others.ts";

/** What servers, a full disk and a check that ends its process do to a copy; meanwhile everybody else is answered. */
const WORST_WAIT_MS = 500;
const CROOKS = 10;

const BAD_COMPANY: Scenario = {
  name: "bad-company",
  about: "Some servers send all questions on to an honest one, some ask to be left alone for a year.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "elsewhere.test": { list: "public", blocks: { "new.test": "suspend" } },
    "limited.test": { fault: "limited-for-a-year", mishap: "cannot-fetch-new" },
    "away.test": { fault: "away-for-a-year", mishap: "cannot-fetch-new" },
    ...Object.fromEntries(
      Array.from({ length: CROOKS }, (_, n) => [
        `crook${n}.test`,
        { fault: "redirect-elsewhere", mishap: "cannot-fetch-new" } as const,
      ]),
    ),
  },
  followers: {
    ...{ "elsewhere.test": names("e", 3), "limited.test": names("l", 2), "away.test": names("a", 2) },
    ...Object.fromEntries(Array.from({ length: CROOKS }, (_, n) => [`crook${n}.test`, names("c", 2)])),
  },
  script: [{ do: "move" }],
};

type Key = { readonly id: string; readonly key: string };
type State = {
  readonly state: string;
  readonly failure?: string;
  readonly resumesAt?: string;
  readonly waits: readonly unknown[];
};
type At = Pick<House, "url">;

const send = ({ url }: At, body: unknown) =>
  fetch(`${url}/api/checks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
async function make(at: At): Promise<Key> {
  const answer = await send(at, { mode: "moved", old: "alice@old.test" });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Key;
}
const get = async ({ url }: At, { id, key }: Key, what = "") =>
  (await fetch(`${url}/api/checks/${id}${what}`, { headers: { authorization: `Bearer ${key}` } })).json();
const stateOf = (at: At, key: Key) => get(at, key) as Promise<State>;
const ended = (at: At, key: Key) =>
  expect.poll(async () => (await stateOf(at, key)).state, { timeout: 120_000 }).toBe("done");

test("an honest server is judged by its own answers, however many lead there, and a year is waited by nobody", async () => {
  test.setTimeout(240_000);
  const house = await openHouse(BAD_COMPANY);
  try {
    let check: Key = { id: "", key: "" };
    const wait = await worstWaitDuring(house, async () => {
      check = await make(house);
      await ended(house, check);
    });
    expect.soft(wait).toBeLessThan(WORST_WAIT_MS);
    const report = (await get(house, check, "/report?followers=inline")) as {
      readonly followers: readonly { readonly acct: string; readonly cause: string; readonly certainty: string }[];
    };
    const causesAt = (server: string) =>
      report.followers.flatMap(({ acct, cause }) => (acct.endsWith(`@${server}`) ? [cause] : []));
    expect(causesAt("elsewhere.test")).toEqual(Array(3).fill("new-server-blocked"));
    const quiet = [...causesAt("limited.test"), ...causesAt("away.test")];
    expect(quiet).toHaveLength(4);
    for (const cause of quiet) expect(cause).not.toMatch(/blocked|gone/);

    house.world.fault("old.test", "limited-for-a-year");
    const told = await worstWaitDuring(house, async () => {
      const later = await make(house);
      await ended(house, later);
      // It met the year, and ends with that gap: a wait of more than an hour is told to nobody.
      const { resumesAt, waits } = await stateOf(house, later);
      expect([resumesAt, waits]).toEqual([undefined, []]);
      expect(await get(house, later, "/report?followers=none")).toMatchObject({ old: { gap: "over-budget" } });
    });
    expect.soft(told).toBeLessThan(WORST_WAIT_MS);
  } finally {
    await house.close();
  }
});

test("@wide a check that its process dies of again and again ends, and the copy goes on with others", async () => {
  test.setTimeout(300_000);
  const CRASHING = { CRASH_AT: "collect-old:1" };
  const house = await openHouse("three-servers", CRASHING);
  try {
    const poison = await make(house);
    await house.ended();
    const dieAgain = async () => {
      // It may die before it has said its address.
      await house.restart(CRASHING).catch(() => undefined);
      await house.ended();
    };
    await dieAgain();
    for (let death = 3; death <= 5; death++) {
      await house.restart();
      await expect.poll(async () => (await stateOf(house, poison)).state).toBe("waiting");
      process.kill(house.pid(), "SIGKILL");
      await house.ended();
      // Its rests last longer than a test.
      await endRests(join(house.dataDir, "data"));
      await dieAgain();
    }
    await house.restart();
    const wait = await worstWaitDuring(house, async () => {
      await expect
        .poll(() => stateOf(house, poison), { timeout: 60_000 })
        .toMatchObject({ state: "failed", failure: "process-ended" });
      await ended(house, await make(house));
    });
    expect(wait).toBeLessThan(WORST_WAIT_MS);
  } finally {
    await house.close();
  }
});

test("@wide a full disk is said and waited out, and the check goes on when there is room", async () => {
  test.setTimeout(300_000);
  const disk = smallDisk(160);
  test.skip(!disk, "This machine lets nobody mount a small disk.");
  if (!disk) return;
  const dataDir = join(disk.folder, "data");
  await freshDatabase(dataDir);
  const house = await openHouse("three-servers", { DATA_DIR: dataDir, LOG_LEVEL: "silent" });
  try {
    const first = await make(house);
    await ended(house, first);
    const wait = await worstWaitDuring(house, async () => {
      disk.fill();
      const health = async () => (await fetch(`${house.url}/api/health`)).status;
      const crowd = { mode: "planned", old: "alice@old.test", candidates: [] };
      const handles = Array.from({ length: 20_000 }, (_, n) => `somebody${n}@far.example`);
      const answer = await send(house, { ...crowd, before: { handles } });
      expect(answer.status).toBe(503);
      await expect.poll(health).toBe(503);
      expect(await (await fetch(`${house.url}/api/health`)).json()).toMatchObject({ ok: false, trouble: "ENOSPC" });
      disk.empty();
      await expect.poll(health).toBe(200);
      await ended(house, await make(house));
    }, [200, 503]);
    expect(wait).toBeLessThan(WORST_WAIT_MS);
  } finally {
    await house.close();
    disk.remove();
  }
});
