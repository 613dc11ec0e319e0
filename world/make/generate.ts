import { share } from "./hash.ts";
import { ELSEWHERE, newHomes, OLD, person } from "./inhabitants.ts";
import { limitedByOld, opinionsOfNew } from "./opinions.ts";
import { population } from "./population.ts";
import type { Parameters } from "./presets.ts";
import type { PersonSpec, Scenario, ScenarioEvent, ServerSpec } from "./scenario.ts";
import { LEFTOVER, NEW, traitsOf } from "./traits.ts";

/** A world of any size, the same for the same seed. What a server is like is a function of seed and name alone. */
export function generate(name: string, seed: number, wanted: Parameters): Scenario {
  const sizes = population(seed, wanted);
  const servers: Record<string, ServerSpec> = {};
  const followers: Record<string, readonly (string | PersonSpec)[]> = {};
  const newcomers: Record<string, readonly string[]> = {};
  const others: PersonSpec[] = [];
  for (const [rank, size] of sizes.entries()) {
    const kind = traitsOf(seed, rank, size, wanted);
    servers[kind.host] = kind.spec;
    followers[kind.host] = Array.from({ length: size }, (_, at) =>
      person(`${seed} ${kind.host} ${at}`, at, wanted, kind.spec.numericIds === true),
    );
    others.push(...newHomes(followers[kind.host] ?? [], kind.host));
    const strangers = Math.floor(size * wanted.newcomers + share(`${seed} newcomers ${kind.host}`));
    if (strangers > 0) newcomers[kind.host] = Array.from({ length: strangers }, (_, at) => `late${at}`);
  }
  const hosts = Object.keys(servers).filter((host) => host !== OLD && host !== NEW);
  servers[NEW] = { ...servers[NEW], blocks: opinionsOfNew(seed, hosts, wanted) };
  const limited = limitedByOld(seed, hosts, wanted);
  if (Object.keys(limited).length > 0)
    servers[OLD] = { ...servers[OLD], blocks: { ...limited, ...servers[OLD]?.blocks } };
  const other = share(`${seed} follows other`) < wanted.followsOther ? { followsOther: true } : {};
  return {
    name,
    about: `${wanted.followers} followers on ${sizes.length} servers, made from seed ${seed}.`,
    seed,
    old: { at: `alice@${OLD}`, display: "Alice", ...other },
    target: { at: `alice@${NEW}`, display: "Alice", ...other },
    servers,
    followers,
    newcomers,
    others: { [ELSEWHERE]: others },
    movedDaysAgo: wanted.movedDaysAgo,
    ...(share(`${seed} quiet new`) < wanted.newIsQuiet ? { newIsBusy: false } : {}),
    script: scriptOf(seed, { servers, followers, hosts }, wanted),
  };
}

type Made = {
  readonly servers: Readonly<Record<string, ServerSpec>>;
  readonly followers: Readonly<Record<string, readonly (string | PersonSpec)[]>>;
  readonly hosts: readonly string[];
};

/** What happens from the day the list was saved until after the move. */
function scriptOf(seed: number, { servers, followers, hosts }: Made, wanted: Parameters): readonly ScenarioEvent[] {
  const daysBefore = ageOfList(seed, wanted);
  return [
    { do: "snapshot", ...(daysBefore > 1 ? { daysBefore } : {}) },
    ...departures(seed, followers, wanted),
    ...leavers(seed, followers, wanted.leavesInYear * Math.min(1, daysBefore / 365)),
    ...quarrels(seed, hosts, servers, wanted),
    { do: "move" },
    ...hosts.flatMap((at): readonly ScenarioEvent[] =>
      share(`${seed} opens old ${at}`) < wanted.opensOld ? [{ do: "open-old", at }] : [],
    ),
  ];
}

/** Accounts deleted between the day the list was saved and the move; their servers told everybody. */
function departures(
  seed: number,
  followers: Readonly<Record<string, readonly (string | PersonSpec)[]>>,
  { deletedAndTold }: Parameters,
): readonly ScenarioEvent[] {
  return Object.entries(followers).flatMap(([host, people]) =>
    people
      .filter((who) => typeof who === "string" && share(`${seed} leaves ${who}@${host}`) < deletedAndTold)
      .map((who): ScenarioEvent => ({ do: "delete-account", who: `${who}@${host}`, told: true })),
  );
}

/** Not announced to anybody: their servers and the old one know it, and both are right. */
function leavers(
  seed: number,
  followers: Readonly<Record<string, readonly (string | PersonSpec)[]>>,
  chance: number,
): readonly ScenarioEvent[] {
  return Object.entries(followers).flatMap(([host, people]) =>
    people
      .filter((who) => typeof who === "string" && share(`${seed} unfollows ${who}@${host}`) < chance)
      .map((who): ScenarioEvent => ({ do: "unfollow-old", who: `${who}@${host}` })),
  );
}

function ageOfList(seed: number, { savedMonthBefore, savedYearBefore }: Parameters): number {
  const chance = share(`${seed} age of list`);
  if (chance < savedYearBefore) return 400;
  return chance < savedYearBefore + savedMonthBefore ? 25 : 1;
}

/** Blocks set between the day the list was saved and the move. */
function quarrels(
  seed: number,
  hosts: readonly string[],
  servers: Readonly<Record<string, ServerSpec>>,
  wanted: Parameters,
): readonly ScenarioEvent[] {
  return hosts.flatMap((host): readonly ScenarioEvent[] => {
    const software = servers[host]?.software ?? "mastodon";
    const leftover = share(`${seed} leftover ${host}`) < LEFTOVER;
    if (software === "mastodon" && !leftover && share(`${seed} suspends old ${host}`) < wanted.suspendOld)
      return [{ do: "block", at: host, domain: OLD }];
    return share(`${seed} old about ${host}`) < wanted.oldSuspends ? [{ do: "block", at: OLD, domain: host }] : [];
  });
}
