import { expect, test } from "@playwright/test";
import { startPostgres, type TestPostgres } from "#testing/store/postgres.ts";
import { startWorld, type World } from "#world/start.ts";
import { type App, openApp } from "../house.ts";
import { type Engine, folderFor, openEngine, wayFor } from "./process.ts";

const CHECKS = 20;
const HEADERS = { "content-type": "application/json" };
type Made = { readonly id: string; readonly key: string };

let postgres: TestPostgres | null;
let world: World;
const webs: App[] = [];
const workers: Engine[] = [];

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  postgres = await startPostgres();
  if (!postgres) return;
  world = await startWorld("three-servers");
  const env = { DATABASE_URL: postgres.url, WORKER: "off" };
  for (let web = 0; web < 2; web++) webs.push(await openApp(wayFor(world), env));
  for (let worker = 0; worker < 2; worker++) workers.push(hire());
});
test.afterAll(async () => {
  for (const web of webs) await web.close();
  for (const worker of workers) await worker.stop();
  await world?.stop();
  await postgres?.stop();
});

const hire = (): Engine => openEngine({ ...folderFor(world), DATABASE_URL: postgres?.url ?? "", WORKER: "only" }, {});
const web = (at: number): string => webs[at % webs.length]?.url ?? "";

async function start(at: number): Promise<Made> {
  const body = JSON.stringify({ mode: "moved", old: "alice@old.test" });
  const answer = await fetch(`${web(at)}/api/checks`, { method: "POST", headers: HEADERS, body });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Made;
}

const ask = async (at: number, { id, key }: Made, path = "") =>
  fetch(`${web(at)}/api/checks/${id}${path}`, { headers: { authorization: `Bearer ${key}` } });

/** As the other web process tells it: a check is read where it was not made. */
async function endOf(at: number, made: Made) {
  const events = await ask(at + 1, made, "/events");
  let text = "";
  for await (const part of events.body?.pipeThrough(new TextDecoderStream()) ?? []) text += part;
  expect(text).toContain('"state":"done"');
  return (await (await ask(at + 1, made)).json()) as { state: string; history: unknown[]; counts: { missing: number } };
}

/** Asked to end, a worker hands over at once; killed, its leases have to run out first. */
const ENDINGS: readonly NodeJS.Signals[] = process.env.PROVE ? ["SIGTERM", "SIGKILL"] : ["SIGTERM"];

for (const signal of ENDINGS) {
  test(`two web and two worker processes end ${CHECKS} checks, each once, though a worker gets ${signal}`, async () => {
    test.skip(!postgres, "This machine has no PostgreSQL.");
    const made = await Promise.all(Array.from({ length: CHECKS }, (_, at) => start(at)));
    const ends = made.map((one, at) => endOf(at, one));
    await Promise.any(ends);
    const [first] = workers.splice(0, 1);
    workers.push(hire());
    await first?.stop(signal);
    const states = await Promise.all(ends);
    expect(states.map(({ state }) => state)).toEqual(Array(CHECKS).fill("done"));
    expect(states.map(({ history }) => history.length)).toEqual(Array(CHECKS).fill(1));
    expect(states.map(({ counts }) => counts.missing)).toEqual(Array(CHECKS).fill(5));
  });
}
