import type { FaultName } from "../faults/names.ts";
import { pick } from "../faults/spread.ts";
import type { Severity } from "../model.ts";
import type { SoftwareName } from "../software/names.ts";
import { share } from "./hash.ts";
import { hostname } from "./hostnames.ts";
import type { Parameters } from "./presets.ts";
import { normal, stream } from "./random.ts";
import type { ServerSpec } from "./scenario.ts";

export const OLD = "old.test";
export const NEW = "new.test";
/** Of the Mastodon servers that suspend the old one: those whose people stand in its list all the same. */
export const LEFTOVER = 0.15;

type Kind = { readonly host: string; readonly spec: ServerSpec };

/** The two servers of the mover are big ones. */
export function traitsOf(seed: number, rank: number, size: number, wanted: Parameters): Kind {
  if (rank === 1) return { host: OLD, spec: { filler: 300, users: 40_000 } };
  if (rank === 3) return { host: NEW, spec: { filler: 300, users: 20_000 } };
  const name = hostname(seed, rank);
  const chance = (what: string) => share(`${seed} ${what} ${name}`);
  const fault = faultOf(chance, size, wanted);
  const host = fault === "no-such-name" ? name.replace(/\.[a-z]+$/, ".invalid") : name;
  const software = softwareOf(chance("software"), size, wanted);
  return {
    host,
    spec: {
      software,
      ...visibility(chance, software, size, wanted),
      ...stances(chance, software, wanted),
      ...mishap(chance("mishap") / frailty(size), wanted),
      ...(fault ? { fault } : {}),
      ...(chance("split") < wanted.splitDomains ? { web: `web.${host}` } : {}),
    },
  };
}

/** Small servers die first. */
const frailty = (size: number) => (size >= 10 ? 0.05 : size > 1 ? 0.35 : 1.2);

/** Dead, or alive with a habit that makes it hard to read. */
function faultOf(chance: Chance, size: number, { dead, deadKinds, oddities }: Parameters): FaultName | undefined {
  if (chance("dead") < dead * frailty(size)) return pick(deadKinds, chance("death")) ?? "gone";
  return size < 10 ? pick(oddities, chance("oddity")) : undefined;
}

/** Where many people are, it is Mastodon nearly always. */
function softwareOf(chance: number, size: number, { software }: Parameters): SoftwareName {
  let below = 0;
  const weight = size >= 10 ? 0.3 : 1;
  for (const [name, part] of Object.entries(software)) {
    below += part * weight;
    if (chance < below) return name as SoftwareName;
  }
  return "mastodon";
}

type Chance = (what: string) => number;

function visibility(chance: Chance, software: SoftwareName, size: number, wanted: Parameters): ServerSpec {
  const open = chance("list") < (software === "mastodon" ? wanted.publicLists : wanted.publicElsewhere);
  return {
    list: open ? "public" : chance("users") < 0.15 ? "users" : "hidden",
    rationale: chance("rationale") < wanted.rationale,
    obfuscating: chance("obfuscating") < wanted.obfuscating ? chance("masked") * 0.33 : 0,
    filler: fillerSize(chance, size),
    closedApi: chance("closed") < wanted.closedApi,
    secure: chance("secure") < wanted.secure,
    peers: chance("peers") >= wanted.noPeers,
    users: size === 1 && chance("users there") < 0.33 ? 1 : 2 + Math.floor(size * 40 * (0.5 + chance("users there"))),
  };
}

/** Few entries on servers of one person, about three hundred on the others. */
function fillerSize(chance: Chance, size: number): number {
  if (size === 1 && chance("bare") < 0.3) return 0;
  if (chance("giant") < 0.005) return 5000 + Math.floor(chance("how giant") * 15_000);
  const next = stream(Math.floor(chance("entries") * 2 ** 32));
  return Math.min(1500, Math.round(300 * Math.exp(0.9 * normal(next))));
}

/** Software whose lists of allowed servers this world plays to strangers too. */
const ALLOWING: ReadonlySet<SoftwareName> = new Set(["mastodon", "akkoma", "pleroma", "lemmy"]);

/** Blocks of the mover's servers that other software keeps without ending any follow, and mishaps of the day. */
function stances(chance: Chance, software: SoftwareName, wanted: Parameters): ServerSpec {
  const obfuscate = chance("obfuscating") < wanted.obfuscating && chance("this one") < 0.3;
  const blocks: Record<string, { severity: Severity; comment: string; obfuscate: boolean }> = {};
  const row = (severity: Severity) => ({ severity, comment: "", obfuscate });
  if (chance("suspends new") < wanted.suspendNew) blocks[NEW] = row("suspend");
  else if (chance("limits new") < wanted.limitNew) blocks[NEW] = row("silence");
  // On Mastodon such a block leaves nobody in the old list, unless the news of it got lost.
  const leftover = software !== "mastodon" || chance("leftover") < LEFTOVER;
  if (leftover && chance("suspends old") < wanted.suspendOld) blocks[OLD] = row("suspend");
  else if (chance("limits old") < wanted.limitOld) blocks[OLD] = row("silence");
  return {
    blocks,
    ...(chance("account") < wanted.suspendOldAccount ? { suspendsAccount: "old" as const } : {}),
    ...(ALLOWING.has(software) && chance("allow-list") < wanted.limitedFederation
      ? { limited: true, allows: [OLD] }
      : {}),
  };
}

function mishap(chance: number, { givenUp, downThatDay, cannotFetchNew, acceptLost }: Parameters): ServerSpec {
  if (chance < givenUp) return { mishap: "given-up" };
  if (chance < givenUp + downThatDay) return { mishap: "down-that-day" };
  if (chance < givenUp + downThatDay + cannotFetchNew) return { mishap: "cannot-fetch-new" };
  return chance > 0.9 && chance < 0.9 + acceptLost ? { mishap: "accept-lost" } : {};
}
