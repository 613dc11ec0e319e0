import { setTimeout as later } from "node:timers/promises";
import { Agent, setGlobalDispatcher } from "undici";
import type { Made } from "../copy/calls.ts";
import { listen } from "../copy/listen.ts";
import { type Latencies, latenciesOf } from "./latencies.ts";

/** People in a process of their own: their work must not count as the app's. */
export type CrowdWish = {
  readonly url: string;
  /** The token of a page for followers, and a name that stands on the page when it is whole. */
  readonly token: string;
  readonly names: string;
  readonly readers: number;
  /** For how long they come back; 0: each opens the page once, all at the same moment. */
  readonly seconds: number;
  /** Servers of whom somebody on the page asks which way leads from there. */
  readonly lookUps: readonly string[];
  readonly checks: readonly Made[];
  /** Browsers that watch each of the checks. */
  readonly listeners: number;
};
export type CrowdResult = {
  readonly page: Latencies;
  readonly lookUp: Latencies;
  readonly health: Latencies;
  /** How listeners ended, by the state they were told last. */
  readonly heard: Readonly<Record<string, number>>;
};

/** A reader looks for this long before he opens the page again. */
const LOOKS_MS = 2_000;
const LOOK_UP_EVERY_MS = 500;
const HEALTH_EVERY_MS = 100;
const PATIENCE_MS = 600_000;

setGlobalDispatcher(new Agent({ connections: null, headersTimeout: 120_000, bodyTimeout: 120_000 }));

type Timed = { readonly ms: number; readonly ok: boolean };

async function timed(go: () => Promise<boolean>): Promise<Timed> {
  const begun = performance.now();
  const ok = await go().catch(() => false);
  return { ms: performance.now() - begun, ok };
}

async function openPage({ url, token, names }: CrowdWish): Promise<boolean> {
  const answer = await fetch(`${url}/r/${token}`, { headers: { accept: "text/html" } });
  return (await answer.text()).includes(names) && answer.status === 200;
}

async function lookUp({ url, token }: CrowdWish, address: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/shares/${token}/lookup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address }),
  });
  await answer.text();
  return answer.status === 200;
}

async function health({ url }: CrowdWish): Promise<boolean> {
  return (await fetch(`${url}/api/health`)).ok;
}

/** Again and again until the time is over, at least once. */
async function again(until: number, pauseMs: number, go: (round: number) => Promise<Timed>): Promise<readonly Timed[]> {
  const all: Timed[] = [];
  do {
    all.push(await go(all.length));
    await later(pauseMs);
  } while (performance.now() < until);
  return all;
}

const wish = JSON.parse(process.argv[2] ?? "{}") as CrowdWish;
const until = performance.now() + wish.seconds * 1_000;
const signal = AbortSignal.timeout(PATIENCE_MS);
const listening = wish.checks.flatMap((made) =>
  Array.from({ length: wish.listeners }, () => listen(wish.url, made, signal)),
);
const reader = async (at: number): Promise<readonly Timed[]> => {
  // They do not come back in step.
  if (wish.seconds > 0) await later((LOOKS_MS * at) / wish.readers);
  return again(until, wish.seconds > 0 ? LOOKS_MS : 0, () => timed(() => openPage(wish)));
};
const [pages, lookUps, healths] = await Promise.all([
  Promise.all(Array.from({ length: wish.readers }, (_, at) => reader(at))),
  wish.lookUps.length === 0
    ? []
    : again(until, LOOK_UP_EVERY_MS, (round) =>
        timed(() => lookUp(wish, wish.lookUps[round % wish.lookUps.length] ?? "")),
      ),
  again(until, HEALTH_EVERY_MS, () => timed(() => health(wish))),
]);
const heard = await Promise.all(listening);
const result: CrowdResult = {
  page: latenciesOf(pages.flat()),
  lookUp: latenciesOf(lookUps),
  health: latenciesOf(healths),
  heard: Object.fromEntries([...Map.groupBy(heard, ({ state }) => state)].map(([state, all]) => [state, all.length])),
};
process.send?.({ result }, () => process.exit(0));
