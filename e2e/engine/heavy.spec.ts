import { expect, test } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { names } from "#world/scenarios/names.ts";
import { type House, openHouse } from "../house.ts";
import { note, processorMs, residentMb, worstWaitDuring } from "./others.ts";

/** What strangers send and servers answer by the megabyte; docs/testing.md says which test holds which attack. */
const WORST_WAIT_MS = 500;
const WORST_WAIT_OF_WRITING_MS = 200;
const HANDLES = 200_000;
const READERS = 200;
/** Of what a body of 200,000 addresses takes while it is read and written. */
const MOST_KEPT_MB = 150;

const PEOPLE = 300;
const SERVERS = 30;
const CROOKS = ["deep", "long-row", "long-row-too", "bomb", "huge", "endless"];
const CROWD: Scenario = {
  name: "crowd-and-crooks",
  about: "300 people on thirty servers stayed behind; some servers answer with as much as they may.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    ...Object.fromEntries(
      Array.from({ length: SERVERS }, (_, n) => [
        `far${n}.test`,
        { list: "public", blocks: { "new.test": "suspend" } },
      ]),
    ),
    "deep.test": { fault: "deep-json", mishap: "cannot-fetch-new" },
    "long-row.test": { list: "public", blocks: { "new.test": "suspend" }, fault: "long-row" },
    "long-row-too.test": { software: "akkoma", list: "public", blocks: { "new.test": "suspend" }, fault: "long-row" },
    "bomb.test": { fault: "gzip-bomb", mishap: "cannot-fetch-new" },
    "huge.test": { fault: "huge-list", mishap: "cannot-fetch-new" },
    "endless.test": { fault: "endless-body", mishap: "cannot-fetch-new" },
  },
  followers: {
    ...Object.fromEntries(Array.from({ length: SERVERS }, (_, n) => [`far${n}.test`, names("p", PEOPLE / SERVERS)])),
    ...Object.fromEntries(CROOKS.map((name) => [`${name}.test`, names("c", 3)])),
  },
  script: [{ do: "move" }],
};

let house: House;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  house = await openHouse(CROWD);
});
test.afterAll(() => house.close());

type Key = { readonly id: string; readonly key: string };
const send = (path: string, body: unknown, key = "") =>
  fetch(house.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
const get = (path: string, { key }: Pick<Key, "key">) =>
  fetch(house.url + path, { headers: { authorization: `Bearer ${key}` } });
const make = async (body: object): Promise<Key> => {
  const answer = await send("/api/checks", body);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Key;
};
const done = (check: Key) =>
  expect
    .poll(async () => ((await (await get(`/api/checks/${check.id}`, check)).json()) as { state: string }).state, {
      timeout: 120_000,
    })
    .toBe("done");

let checked: Key;
test("a check of servers that answer with all they may keeps nobody waiting, and comes to its end", async () => {
  test.setTimeout(180_000);
  const wait = await worstWaitDuring(house, async () => {
    checked = await make({ mode: "moved", old: "alice@old.test" });
    await done(checked);
  });
  expect.soft(wait).toBeLessThan(WORST_WAIT_MS);
  const report = (await (await get(`/api/checks/${checked.id}/report?followers=none`, checked)).json()) as {
    readonly servers: readonly { readonly host: string; readonly missing: number }[];
  };
  const stayed = report.servers.filter(({ missing }) => missing > 0).map(({ host }) => host);
  expect(stayed).toEqual(expect.arrayContaining(CROOKS.map((name) => `${name}.test`)));
});

test(`the owner's pages of ${PEOPLE} people cost a tenth of a second each, the one of followers too`, async () => {
  test.skip(process.platform !== "linux", "The system does not tell what a process has used.");
  const cookie = `hw_${checked.id}=${checked.key}`;
  for (const path of [`/check/${checked.id}`, `/check/${checked.id}/followers`]) {
    const load = async () => {
      const answer = await fetch(house.url + path, { headers: { cookie } });
      expect(answer.status, path).toBe(200);
      expect(await answer.text()).toContain("far1.test");
    };
    for (let warm = 0; warm < 10; warm++) await load();
    const before = processorMs(house.pid());
    for (let nth = 0; nth < 20; nth++) await load();
    const each = (processorMs(house.pid()) - before) / 20;
    note(`${path.replace(checked.id, "…")} in ms of processor time`, each);
    expect.soft(each, path).toBeLessThan(100);
  }
});

const listOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `somebody${from + n}@server${(from + n) % 5_000}.example`);

test(`${HANDLES} addresses in one body are written in bites, and their memory is given back`, async () => {
  test.skip(process.platform !== "linux", "The system does not tell what a process holds.");
  test.setTimeout(300_000);
  const before = residentMb(house.pid());
  let made: Key | undefined;
  const wait = await worstWaitDuring(house, async () => {
    made = await make({
      mode: "planned",
      old: "alice@old.test",
      candidates: ["new.test"],
      before: { handles: listOf(0, HANDLES) },
    });
  });
  expect.soft(wait).toBeLessThan(WORST_WAIT_OF_WRITING_MS);
  const gone = await worstWaitDuring(house, async () => {
    const answer = await fetch(`${house.url}/api/checks/${made?.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${made?.key}` },
    });
    expect(answer.status).toBe(204);
  });
  expect.soft(gone).toBeLessThan(WORST_WAIT_MS);
  note("held before in MB", before);
  note("held right after in MB", residentMb(house.pid()));
  await expect.poll(() => residentMb(house.pid()), { timeout: 90_000 }).toBeLessThan(before + MOST_KEPT_MB);
  note("held some time after in MB", residentMb(house.pid()));
});

/** As long as the contract lets an address be; an expression that is tried at every space takes a millisecond for each. */
const PADDED = `x${" ".repeat(498)}x`;

test("addresses of nothing but spaces are read in bites", async () => {
  test.setTimeout(240_000);
  let made: Key | undefined;
  const wait = await worstWaitDuring(house, async () => {
    const handles = Array<string>(19_000).fill(PADDED);
    made = await make({ mode: "planned", old: "alice@old.test", candidates: [], before: { handles } });
  });
  expect.soft(wait).toBeLessThan(WORST_WAIT_OF_WRITING_MS);
  await fetch(`${house.url}/api/checks/${made?.id}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${made?.key}` },
  });
});

test("a list handed in again and again fills nothing, and keeps nobody waiting", async () => {
  test.setTimeout(240_000);
  const { id, key } = await make({ mode: "moved", old: "alice@old.test" });
  const statuses: number[] = [];
  const wait = await worstWaitDuring(house, async () => {
    for (const from of [0, 0, 5_000, 0])
      statuses.push((await send(`/api/checks/${id}/input`, { before: { handles: listOf(from, 5_000) } }, key)).status);
    statuses.push(
      (await send(`/api/checks/${id}/input`, { before: { handles: listOf(10_000, 200_000) } }, key)).status,
    );
  });
  expect(statuses).toEqual([202, 202, 202, 202, 422]);
  expect.soft(wait).toBeLessThan(WORST_WAIT_OF_WRITING_MS);
  await fetch(`${house.url}/api/checks/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${key}` } });
});

test(`${READERS} readers of a picture at once keep nobody waiting`, async () => {
  const made = await send(`/api/checks/${checked.id}/share`, { days: 7 }, checked.key);
  const { token } = (await made.json()) as { readonly token: string };
  const read = async () => {
    const answer = await fetch(`${house.url}/r/${token}/card.png`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    await answer.arrayBuffer();
  };
  const wait = await worstWaitDuring(house, () => Promise.all(Array.from({ length: READERS }, read)));
  expect.soft(wait).toBeLessThan(WORST_WAIT_MS);
});

test("JSON of nothing but brackets is refused, and keeps nobody waiting", async () => {
  const raw = (body: string) =>
    fetch(`${house.url}/api/checks`, { method: "POST", headers: { "content-type": "application/json" }, body });
  const wait = await worstWaitDuring(house, async () => {
    const answers = [
      await raw("[".repeat(60_000)),
      await raw("[".repeat(11_000_000)),
      await raw('{"a":'.repeat(2_000_000)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 413, 413]);
  });
  expect.soft(wait).toBeLessThan(WORST_WAIT_MS);
});
