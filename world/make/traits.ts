import { defined } from "#lib/flow/defined.ts";
import type { FaultName } from "../faults/names.ts";
import { pick } from "../faults/spread.ts";
import type { Severity } from "../model.ts";
import type { SoftwareName } from "../software/names.ts";
import { share } from "./hash.ts";
import { hostname } from "./hostnames.ts";
import { OLD } from "./inhabitants.ts";
import { ownWays } from "./own-ways.ts";
import type { Parameters } from "./presets.ts";
import { normal, stream } from "./random.ts";
import type { ServerSpec } from "./scenario.ts";

export const NEW = "new.test";
/** Of the Mastodon servers that suspend the old one: those whose people stand in its list all the same. */
export const LEFTOVER = 0.15;

type Trait = { readonly host: string; readonly spec: ServerSpec };

/** The two servers of the mover are big ones. */
export function traitsOf(seed: number, rank: number, size: number, wanted: Parameters): Trait {
  if (rank === 1) return { host: OLD, spec: { filler: 300, users: 40_000, ...homeOf(seed, OLD, wanted) } };
  if (rank === 3) return { host: NEW, spec: { filler: 300, users: 20_000, ...homeOf(seed, NEW, wanted) } };
  const name = hostname(seed, rank);
  const chance = (what: string) => share(`${seed} ${what} ${name}`);
  const fault = faultOf(chance, size, wanted);
  const host = fault === "no-such-name" ? name.replace(/\.[a-z]+$/, ".invalid") : name;
  const home = (at: string) => (hasTwoNames(seed, at, wanted) ? [at, addressOf(at)] : [at]);
  const software = fault === "self-destructs" ? "mastodon" : softwareOf(chance("software"), size, wanted);
  const stance = stances(chance, software, wanted, seed);
  return {
    host,
    spec: {
      software,
      ...visibility(chance, software, size, wanted),
      ...(software === "mastodon" ? lineOf(chance, wanted) : {}),
      ...stance,
      ...ownWays(chance, software, { old: home(OLD), target: home(NEW) }, wanted, stance.blocks ?? {}),
      ...mishap(chance("mishap") / frailty(size), wanted),
      ...defined({ fault }),
      ...(chance("split") < wanted.splitDomains ? { web: `web.${host}` } : {}),
    },
  };
}

/** What a release brings: new accounts have addresses with numbers since 4.5, and a list of peers is made once a day. */
function lineOf(chance: Chance, wanted: Parameters): ServerSpec {
  const version = pickFrom(wanted.mastodonVersions, chance("version"));
  const peers = chance("age of peers");
  return {
    ...defined({ version }),
    ...(/^4\.[34]\./.test(version ?? "") ? {} : { numericIds: true, fromBefore: wanted.fromBefore }),
    ...(peers < wanted.emptyPeers ? { peersAge: "empty" } : peers < wanted.oldPeers ? { peersAge: "day-old" } : {}),
    keepsActors: true,
  };
}

/** One of the mover's servers, where it is the one with two names. */
function homeOf(seed: number, host: string, wanted: Parameters): ServerSpec {
  const chance = (what: string) => share(`${seed} ${what} ${host}`);
  const isSplit = hasTwoNames(seed, host, wanted);
  const software = pickFrom(host === OLD ? wanted.oldHomes : wanted.newHomes, chance("software")) as
    | SoftwareName
    | undefined;
  return { ...(software ? { software } : lineOf(chance, wanted)), ...(isSplit ? { web: addressOf(host) } : {}) };
}

const addressOf = (host: string) => `web.${host}`;
const hasTwoNames = (seed: number, host: string, { splitHome }: Parameters) =>
  share(`${seed} split home ${host}`) < splitHome / 2;

/** Small servers die first. */
const frailty = (size: number) => (size >= 10 ? 0.05 : size > 1 ? 0.35 : 1.2);

/** Dead, or alive with a habit that makes it hard to read. */
function faultOf(chance: Chance, size: number, { dead, deadKinds, oddities }: Parameters): FaultName | undefined {
  if (chance("dead") < dead * frailty(size)) return pick(deadKinds, chance("death")) ?? "gone";
  return size < 10 ? pick(oddities, chance("oddity")) : undefined;
}

/** Where many people are, it is Mastodon nearly always. */
function softwareOf(chance: number, size: number, { software }: Parameters): SoftwareName {
  const weight = size >= 10 ? 0.3 : 1;
  return (pickFrom(software, chance / weight) as SoftwareName | undefined) ?? "mastodon";
}

/** The one whose part of the whole the chance falls in. */
function pickFrom(shares: Readonly<Record<string, number>>, chance: number): string | undefined {
  let below = 0;
  for (const [name, part] of Object.entries(shares)) {
    below += part;
    if (chance < below) return name;
  }
  return undefined;
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
function stances(chance: Chance, software: SoftwareName, wanted: Parameters, seed: number): ServerSpec {
  const obfuscate = chance("obfuscating") < wanted.obfuscating && chance("this one") < 0.3;
  const blocks: Record<string, { severity: Severity; comment: string; obfuscate: boolean }> = {};
  const row = (severity: Severity) => ({ severity, comment: "", obfuscate });
  const byAddress = chance("blocks address") < wanted.blocksAddress;
  const named = (host: string) => (byAddress && hasTwoNames(seed, host, wanted) ? addressOf(host) : host);
  if (chance("suspends new") < wanted.suspendNew) blocks[named(NEW)] = row("suspend");
  else if (chance("limits new") < wanted.limitNew) blocks[named(NEW)] = row("silence");
  // On Mastodon such a block leaves nobody in the old list, unless the news of it got lost.
  const leftover = software !== "mastodon" || chance("leftover") < LEFTOVER;
  if (leftover && chance("suspends old") < wanted.suspendOld) blocks[named(OLD)] = row("suspend");
  else if (chance("limits old") < wanted.limitOld) blocks[named(OLD)] = row("silence");
  return {
    blocks,
    ...suspendsAlone(chance("account"), software, wanted),
    ...(ALLOWING.has(software) && chance("allow-list") < wanted.limitedFederation
      ? { limited: true, allows: hasTwoNames(seed, OLD, wanted) ? [OLD, addressOf(OLD)] : [OLD] }
      : {}),
  };
}

function suspendsAlone(chance: number, software: SoftwareName, wanted: Parameters): ServerSpec {
  if (chance < wanted.suspendOldAccount) return { suspendsAccount: "old" };
  const isNew = software === "mastodon" && chance < wanted.suspendOldAccount + wanted.suspendNewAccount;
  return isNew ? { suspendsAccount: "new" } : {};
}

function mishap(chance: number, { givenUp, downThatDay, cannotFetchNew, acceptLost }: Parameters): ServerSpec {
  if (chance < givenUp) return { mishap: "given-up" };
  if (chance < givenUp + downThatDay) return { mishap: "down-that-day" };
  if (chance < givenUp + downThatDay + cannotFetchNew) return { mishap: "cannot-fetch-new" };
  return chance > 0.9 && chance < 0.9 + acceptLost ? { mishap: "accept-lost" } : {};
}
