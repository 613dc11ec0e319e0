import type { About, Account, Block, Clock, Fate, Server, Settings, WorldState } from "../model.ts";
import { shutsOut } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";
import { hash } from "./hash.ts";
import type { PersonSpec, Scenario, ServerSpec } from "./scenario.ts";

const DEFAULTS: Omit<Settings, "limits"> = {
  list: "hidden",
  rationale: true,
  obfuscating: 0,
  peers: true,
  secure: false,
  closedApi: false,
  limited: false,
  allowList: "hidden",
  robots: "stock",
  numericIds: false,
  fromBefore: 0,
  peersAge: "fresh",
  keepsActors: false,
  signUp: "open",
  exclusions: false,
  window: 300,
  languages: ["en"],
};

/** The world on the morning of the move: everybody follows, nothing has happened yet. */
export function build(scenario: Scenario, clock: Clock): WorldState {
  const servers = new Map<string, Server>();
  const people: Account[] = [];
  const serverOf = (host: string) => servers.get(host) ?? enrol(servers, host, scenario.servers?.[host] ?? {});
  const admit = (host: string, who: string | PersonSpec) => settle(people, serverOf(host), who);

  const old = admit(hostOf(scenario.old.at), { ...scenario.old, user: userOf(scenario.old.at) });
  const target = admit(hostOf(scenario.target.at), { ...scenario.target, user: userOf(scenario.target.at) });
  for (const host of Object.keys(scenario.servers ?? {})) serverOf(host);
  const mayFollowNew = ({ server }: Account) => !shutsOut(server, target.server) && !shutsOut(target.server, server);
  each(scenario.followers, (host, who) => {
    const account = admit(host, who);
    followOld(account, old);
    if (account.about?.alsoFollowsNew && mayFollowNew(account)) followNew(account);
  });
  if (old.about?.followsOther) followNew(old);
  if (target.about?.followsOther) followOld(target, old);
  each(scenario.newcomers, (host, who) => {
    const account = admit(host, who);
    if (mayFollowNew(account)) followNew(account);
  });
  each(scenario.others, admit);
  return open(scenario, { servers, people, old, target, clock });
}

type Cast = Pick<WorldState, "servers" | "people" | "old" | "target" | "clock">;

function open(scenario: Scenario, cast: Cast): WorldState {
  numberFollows(cast.people);
  return {
    name: scenario.name,
    seed: scenario.seed ?? 1,
    ...cast,
    candidates: scenario.candidates ?? [],
    alias: scenario.target.aliases?.includes(scenario.old.at) ?? true,
    movedDaysAgo: undefined,
    savedDaysBefore: 1,
    pointsToNew: false,
    minutes: 0,
    newIsBusy: scenario.newIsBusy ?? true,
    sideEffects: [],
  };
}

const hostOf = (handle: string) => handle.slice(handle.lastIndexOf("@") + 1);
const userOf = (handle: string) => handle.slice(0, handle.lastIndexOf("@"));

type Inhabitants = Readonly<Record<string, readonly (string | PersonSpec)[]>> | undefined;
function each(population: Inhabitants, admit: (host: string, who: string | PersonSpec) => void): void {
  for (const [host, people] of Object.entries(population ?? {})) for (const who of people) admit(host, who);
}

function enrol(servers: Map<string, Server>, host: string, spec: ServerSpec): Server {
  const server = makeServer(host, spec);
  servers.set(host, server);
  servers.set(server.web, server);
  return server;
}

function makeServer(host: string, spec: ServerSpec): Server {
  if (spec.fault === "no-such-name" && !host.endsWith(".invalid"))
    throw new Error(`${host} has a name: only .invalid has none`);
  const { software = "mastodon", version, web, blocks, allows, stopped, filler, fault, mishap, ...settings } = spec;
  const { suspendsAccount, ...named } = settings;
  return {
    host,
    web: web ?? host,
    software,
    version: version ?? RULES[software].version,
    settings: { ...DEFAULTS, limits: RULES[software].tells, ...named },
    blocks: Object.entries(blocks ?? {}).map(([domain, row]) => asBlock(domain, row)),
    allows: allows ?? [],
    stopped: stopped ?? [],
    filler: filler ?? 0,
    accounts: [],
    ofOld: { known: false, moved: false, suspended: suspendsAccount === "old" },
    ofNew: { known: suspendsAccount === "new", moved: false, suspended: suspendsAccount === "new" },
    fault,
    mishap,
  };
}

const asBlock = (domain: string, row: Block["severity"] | Omit<Block, "domain">): Block =>
  typeof row === "string" ? { domain, severity: row } : { domain, ...row };

/** Adds an account. `who` is a name where nothing else is to be said, which is nearly always. */
function settle(people: Account[], server: Server, who: string | PersonSpec): Account {
  const { user, fate, about } = typeof who === "string" ? { user: who, fate: undefined, about: undefined } : split(who);
  const account: Account = {
    user,
    server,
    index: people.length,
    about,
    // Mastodon alone keeps an account in memory of somebody; elsewhere it stays as it is.
    fate: fate === "memorial" && server.software !== "mastodon" ? undefined : fate,
    oldFollow: 0,
    newFollow: 0,
    atOld: "no",
    atNew: "no",
    saysOld: "no",
    saysNew: "no",
    inSnapshot: false,
  };
  people.push(account);
  server.accounts.push(account);
  return account;
}

function split({ user, fate, ...about }: PersonSpec): { user: string; fate: Fate | undefined; about: About } {
  return { user, fate, about };
}

function followOld(account: Account, old: Account): void {
  // On the very server that holds the list they go with the account: only other servers may not have heard.
  if (account.server === old.server && endsFollows(account)) return;
  account.atOld = "yes";
  account.saysOld = hasLetGo(account) ? "no" : "yes";
  account.oldFollow = 1;
  account.server.ofOld.known = true;
  if (account.server === old.server) account.saysOld = account.atOld;
}

const hasLetGo = (account: Account) => account.about?.ghost === true || endsFollows(account);

/** Mastodon keeps the follows of suspended accounts and of those in memory of somebody. */
const endsFollows = ({ fate, server }: Account) =>
  fate === "deleted" || (fate !== undefined && server.software !== "mastodon");

export function followNew(account: Account): void {
  account.atNew = "yes";
  account.saysNew = "yes";
  account.newFollow = 1;
  account.server.ofNew.known = true;
}

/** A follow's age has nothing to do with where somebody lives: lists mix servers, as real ones do. */
function numberFollows(people: readonly Account[]): void {
  const byChance = people
    .map((who) => ({ who, at: hash(`follow ${who.user}@${who.server.host}`) }))
    .sort((one, other) => one.at - other.at || one.who.index - other.who.index);
  byChance.forEach(({ who }, rank) => {
    if (who.oldFollow) who.oldFollow = 1000 + rank * 3;
    if (who.newFollow) who.newFollow = 1000 + rank * 3;
  });
}
