import { concurrent } from "./concurrent.ts";
import type { Found, Task } from "./found.ts";
import { serial } from "./serial.ts";
import { openStreet } from "./street.ts";

const PEERS = { serial, concurrent };
export type PeerName = keyof typeof PEERS;
export type PeerWish = { readonly peer: PeerName; readonly task: Task };
export type PeerRun = {
  readonly found: Found;
  /** Null where no list names anybody. */
  readonly firstCauseMs: number | null;
  readonly doneMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
};

const { peer, task } = JSON.parse(process.argv[2] ?? "{}") as PeerWish;
const { FEDIVERSE_ROUTES = "", FEDIVERSE_CA = "" } = process.env;
const get = openStreet({ FEDIVERSE_ROUTES, FEDIVERSE_CA });
const begun = performance.now();
const before = process.cpuUsage();
let firstCauseMs: number | null = null;
const found = await PEERS[peer](get, task, () => {
  firstCauseMs ??= performance.now() - begun;
});
const doneMs = performance.now() - begun;
const { user, system } = process.cpuUsage(before);
const peakMb = process.resourceUsage().maxRSS / 1024;
const run: PeerRun = { found, firstCauseMs, doneMs, cpuMs: (user + system) / 1000, peakMb };
process.send?.({ run }, () => process.exit(0));
