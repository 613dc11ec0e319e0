import { hash } from "../make/hash.ts";
import type { Server } from "../model.ts";
import type { Asked } from "../software/common/reply.ts";

/** How long a server takes for an answer, in milliseconds: its own pace, with some scatter from request to request. */
export function latencyOf(seed: number, server: Server, asked: Asked): number {
  const paged = /\/followers$/.test(asked.path);
  const usual = lognormal(`${seed} pace ${server.host}`, paged ? PAGE : CALL);
  const slow =
    hash(`${seed} slow ${server.host}`) % 100 < SLOW_OF_100 ? lognormal(`${seed} drag ${server.host}`, DRAG) : 0;
  return usual * (0.8 + (hash(`${server.host}${asked.path}${asked.query}`) % 400) / 1000) + slow;
}

type Spread = { readonly median: number; readonly sigma: number };
const CALL: Spread = { median: 220, sigma: 0.7 };
const PAGE: Spread = { median: 450, sigma: 0.45 };
const DRAG: Spread = { median: 3000, sigma: 0.6 };
const SLOW_OF_100 = 3;

function lognormal(key: string, { median, sigma }: Spread): number {
  const [one, two] = [(hash(key) + 1) / 2 ** 32, hash(`${key} again`) / 2 ** 32];
  const normal = Math.sqrt(-2 * Math.log(Math.min(one, 1))) * Math.cos(2 * Math.PI * two);
  return median * Math.exp(sigma * normal);
}
