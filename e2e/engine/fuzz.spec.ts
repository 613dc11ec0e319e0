import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { type House, openHouse } from "../house.ts";
import { type Fuzzed, type Known, requests } from "./fuzz/requests.ts";
import { openSender, type Trouble } from "./fuzz/send.ts";

const COUNT = Number(process.env.FUZZ_COUNT ?? (process.env.PROVE ? 100_000 : 300));
const SEED = Number(process.env.FUZZ_SEED ?? 6);
const AT_ONCE = 12;
/** What a process may hold beyond its warm state: twice of anything kept per request would be seen. */
const MOST_GROWTH_MB = 300;

let house: House;
let known: Known;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  house = await openHouse("three-servers");
  known = await somethingToHit(house.url);
});
test.afterAll(() => house.close());

async function somethingToHit(url: string): Promise<Known> {
  const post = (path: string, body: unknown, key = "") =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
  const { id, key } = (await (await post("/api/checks", { mode: "moved", old: "alice@old.test" })).json()) as Known;
  const state = async () => {
    const answer = await fetch(`${url}/api/checks/${id}`, { headers: { authorization: `Bearer ${key}` } });
    return ((await answer.json()) as { state: string }).state;
  };
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
  const { token } = (await (await post(`/api/checks/${id}/share`, { days: 7 }, key)).json()) as Known;
  return { id, key, token };
}

/** What to begin with, one line for a kind of request; the seed gives back the rest. */
const briefly = ({ sent, why }: Trouble): string =>
  `${sent.method} ${sent.path.slice(0, 120)} ${JSON.stringify(sent.headers).slice(0, 200)} ${String(sent.body).slice(0, 300)}: ${why}`;

/** Resident memory of the app as the system sees it. */
const residentMb = (pid: number): number =>
  Number(spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout) / 1024;

function* chunks(total: number): Generator<readonly Fuzzed[]> {
  const size = 1_000;
  for (let from = 0; from < total; from += size)
    yield fc.sample(requests(known), { numRuns: Math.min(size, total - from), seed: SEED + from });
}

test(`${COUNT} generated requests are all answered, none with a failure of ours`, async () => {
  test.setTimeout(COUNT * 60 + 120_000);
  const sender = openSender(house.url);
  const troubles: Trouble[] = [];
  const memory: number[] = [];
  const started = Date.now();
  for (const chunk of chunks(COUNT)) {
    const rest = chunk.values();
    const lane = async () => {
      for (const one of rest) troubles.push(...[await sender.send(one)].filter((trouble) => trouble !== undefined));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    memory.push(residentMb(house.pid()));
    expect([...new Set(troubles.map(briefly))]).toEqual([]);
  }
  await sender.close();
  const warm = Math.max(...memory.slice(0, Math.ceil(memory.length / 4)));
  const last = memory.at(-1) ?? 0;
  const seconds = Math.round((Date.now() - started) / 1000);
  const figures = { count: COUNT, seed: SEED, seconds, statuses: sender.statuses(), warm, last };
  test.info().annotations.push({ type: "figures", description: JSON.stringify(figures) });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(last - warm).toBeLessThan(MOST_GROWTH_MB);
  expect((await fetch(`${house.url}/api/health`)).status).toBe(200);
});
