import { crowd } from "./crowd.ts";
import type { FaultName } from "./faults/names.ts";
import { hash, share } from "./hash.ts";
import { hostname } from "./hostnames.ts";
import type { Severity } from "./model.ts";
import type { Parameters } from "./presets.ts";
import { normal, stream } from "./random.ts";
import type { PersonSpec, Scenario, ServerSpec, Step } from "./scenario.ts";
import type { SoftwareName } from "./software/names.ts";

const LEFTOVER = 0.15;
const OLD = "old.test";
const NEW = "new.test";
const ELSEWHERE = "elsewhere.example";

/** A world of any size, the same for the same seed. What a server is like is a function of seed and name alone. */
export function generate(name: string, seed: number, wanted: Parameters): Scenario {
  const sizes = crowd(seed, wanted);
  const servers: Record<string, ServerSpec> = {};
  const followers: Record<string, readonly (string | PersonSpec)[]> = {};
  const newcomers: Record<string, readonly string[]> = {};
  const others: PersonSpec[] = [];
  for (const [rank, size] of sizes.entries()) {
    const kind = traitsOf(seed, rank, size, wanted);
    servers[kind.host] = kind.spec;
    followers[kind.host] = Array.from({ length: size }, (_, at) => person(`${seed} ${kind.host} ${at}`, at, wanted));
    others.push(...newHomes(followers[kind.host] ?? [], kind.host));
    const strangers = Math.floor(size * wanted.newcomers + share(`${seed} newcomers ${kind.host}`));
    if (strangers > 0) newcomers[kind.host] = Array.from({ length: strangers }, (_, at) => `late${at}`);
  }
  const hosts = Object.keys(servers).filter((host) => host !== OLD && host !== NEW);
  servers[NEW] = { ...servers[NEW], blocks: opinionsOfNew(seed, hosts, wanted) };
  return {
    name,
    about: `${wanted.followers} followers on ${sizes.length} servers, made from seed ${seed}.`,
    seed,
    old: { at: `alice@${OLD}`, display: "Alice" },
    target: { at: `alice@${NEW}`, display: "Alice" },
    servers,
    followers,
    newcomers,
    others: { [ELSEWHERE]: others },
    movedDaysAgo: wanted.movedDaysAgo,
    script: [{ do: "snapshot" }, ...quarrels(seed, hosts, servers, wanted), { do: "move" }],
  };
}

/** Accounts that followers moved to, and that follow nobody here. */
const newHomes = (people: readonly (string | PersonSpec)[], host: string): readonly PersonSpec[] =>
  people.flatMap((who) =>
    typeof who !== "string" && who.movedTo
      ? [{ user: who.movedTo.split("@")[0] ?? "", aliases: [`${who.user}@${host}`] }]
      : [],
  );

type Kind = { readonly host: string; readonly spec: ServerSpec };

/** The two servers of the mover are big ones. */
function traitsOf(seed: number, rank: number, size: number, wanted: Parameters): Kind {
  if (rank === 1) return { host: OLD, spec: { filler: 300, users: 40_000 } };
  if (rank === 3) return { host: NEW, spec: { filler: 300, users: 20_000 } };
  const name = hostname(seed, rank);
  const chance = (what: string) => share(`${seed} ${what} ${name}`);
  const fault = chance("dead") < wanted.dead * frailty(size) ? deathOf(chance("death"), wanted) : undefined;
  const host = fault === "no-such-name" ? name.replace(/\.[a-z]+$/, ".invalid") : name;
  const software = softwareOf(chance("software"), size, wanted);
  return {
    host,
    spec: {
      software,
      ...visibility(chance, software, size, wanted),
      ...stances(chance, software, wanted),
      ...mishap(chance("mishap") / frailty(size), wanted),
      ...fate(fault),
    },
  };
}

const fate = (fault: FaultName | undefined): ServerSpec => (fault ? { fault } : {});

/** Small servers die first. */
const frailty = (size: number) => (size >= 10 ? 0.05 : size > 1 ? 0.35 : 1.2);

function deathOf(chance: number, { deadKinds }: Parameters): FaultName | undefined {
  let below = 0;
  for (const [name, part] of Object.entries(deadKinds)) {
    below += part;
    if (chance < below) return name as FaultName;
  }
  return "gone";
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
  const next = stream(Math.floor(chance("entries") * 2 ** 32));
  return Math.min(1500, Math.round(300 * Math.exp(0.9 * normal(next))));
}

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
    ...(chance("allow-list") < wanted.limitedFederation ? { limited: true, allows: [OLD] } : {}),
  };
}

function mishap(chance: number, { givenUp, downThatDay, cannotFetchNew, acceptLost }: Parameters): ServerSpec {
  if (chance < givenUp) return { mishap: "given-up" };
  if (chance < givenUp + downThatDay) return { mishap: "down-that-day" };
  if (chance < givenUp + downThatDay + cannotFetchNew) return { mishap: "cannot-fetch-new" };
  return chance > 0.9 && chance < 0.9 + acceptLost ? { mishap: "accept-lost" } : {};
}

function opinionsOfNew(
  seed: number,
  hosts: readonly string[],
  { newSuspends, newLimits }: Parameters,
): NonNullable<ServerSpec["blocks"]> {
  const opinion = (host: string): Severity | undefined => {
    const chance = share(`${seed} new about ${host}`);
    return chance < newSuspends ? "suspend" : chance < newSuspends + newLimits ? "silence" : undefined;
  };
  return Object.fromEntries(hosts.flatMap((host) => (opinion(host) ? [[host, opinion(host) ?? "noop"]] : [])));
}

/** Blocks set between the day the list was saved and the move. */
function quarrels(
  seed: number,
  hosts: readonly string[],
  servers: Readonly<Record<string, ServerSpec>>,
  wanted: Parameters,
): readonly Step[] {
  return hosts.flatMap((host): readonly Step[] => {
    const software = servers[host]?.software ?? "mastodon";
    const leftover = share(`${seed} leftover ${host}`) < LEFTOVER;
    if (software === "mastodon" && !leftover && share(`${seed} suspends old ${host}`) < wanted.suspendOld)
      return [{ do: "block", at: host, domain: OLD }];
    return share(`${seed} old about ${host}`) < wanted.oldSuspends ? [{ do: "block", at: OLD, domain: host }] : [];
  });
}

const NAMES = [
  "ada",
  "ben",
  "cleo",
  "dev",
  "eli",
  "fay",
  "gus",
  "hana",
  "ivo",
  "june",
  "kai",
  "lea",
  "mio",
  "noor",
  "ola",
  "pia",
];

/** A bare name for most; a description where something is special about somebody. */
function person(key: string, at: number, wanted: Parameters): string | PersonSpec {
  const user = `${NAMES[hash(key) % NAMES.length]}${at || ""}`;
  const chance = share(`special ${key}`);
  let below = 0;
  for (const [part, special] of SPECIAL) {
    below += wanted[part];
    if (chance < below) return { user, ...special(user, key) };
  }
  return user;
}

type Special = "deleted" | "suspended" | "movedOn" | "locked" | "bots" | "ghosts" | "followsBoth" | "blocksNew";
const SPECIAL: readonly (readonly [Special, (user: string, key: string) => Omit<PersonSpec, "user">])[] = [
  ["deleted", () => ({ fate: "deleted" })],
  ["suspended", () => ({ fate: "suspended" })],
  ["movedOn", (user, key) => ({ movedTo: `${user}-${hash(key).toString(36)}@${ELSEWHERE}` })],
  ["locked", () => ({ locked: true })],
  ["bots", () => ({ bot: true })],
  ["ghosts", () => ({ ghost: true })],
  ["followsBoth", () => ({ alsoFollowsNew: true })],
  ["blocksNew", () => ({ blocksNew: true })],
];
