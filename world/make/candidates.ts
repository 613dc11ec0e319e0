import type { Severity } from "../model.ts";
import { share } from "./hash.ts";
import { OLD } from "./inhabitants.ts";
import { opinion, type Rows } from "./opinions.ts";
import type { Parameters } from "./presets.ts";
import type { Scenario, ServerSpec } from "./scenario.ts";
import { NEW } from "./traits.ts";

type Servers = Readonly<Record<string, ServerSpec>>;

/**
 * The same world before anything has happened, with servers that the account could move to: some that none of the
 * followers use, and the largest of those that they do. Everybody has an opinion of each of them.
 */
export function beforeTheMove(scenario: Scenario, seed: number, wanted: Parameters, count = 5): Scenario {
  const { newcomers: _, movedDaysAgo: _ago, ...rest } = scenario;
  const servers: Record<string, ServerSpec> = { ...scenario.servers };
  const used = usedByFollowers(scenario).slice(0, Math.floor(count / 2));
  const fresh = Array.from({ length: count - used.length }, (_name, at) => `home${at + 1}.test`);
  for (const [at, host] of fresh.entries()) servers[host] = homeAt(seed, host, at);
  const candidates = [...fresh, ...used];
  for (const candidate of candidates) takeSides(servers, { seed, candidate, wanted });
  return { ...rest, servers, candidates, target: { ...scenario.target, at: nameAt(candidates[0] ?? NEW) }, script: [] };
}

/** A candidate is a server, or an account there. */
const nameAt = (candidate: string): string => (candidate.includes("@") ? candidate : `alice@${candidate}`);

/** The world as it is once the account moved to one of the candidates, and nothing else happened meanwhile. */
export const movedTo = (scenario: Scenario, candidate: string): Scenario => ({
  ...scenario,
  target: { ...scenario.target, at: nameAt(candidate) },
  script: [{ do: "snapshot" }, { do: "move" }],
  movedDaysAgo: 12,
});

/** An account can move to a server that is alive, knows moves, and does not refuse the old one. */
function usedByFollowers({ followers, servers = {} }: Scenario): readonly string[] {
  return Object.keys(followers)
    .filter((host) => host !== OLD && host !== NEW && isHome(servers[host] ?? {}))
    .sort((one, other) => (followers[other]?.length ?? 0) - (followers[one]?.length ?? 0));
}

const isHome = ({ software = "mastodon", fault, limited, blocks = {}, mishap, suspendsAccount }: ServerSpec) =>
  software === "mastodon" && !fault && !limited && !mishap && !suspendsAccount && !Object.keys(blocks).some(isOld);
const isOld = (domain: string) => domain.endsWith(OLD);

/** One shows its list, one does not, one is closed, and each next one again. */
function homeAt(seed: number, host: string, at: number): ServerSpec {
  const chance = (what: string) => share(`${seed} ${what} ${host}`);
  return {
    filler: 300,
    users: 1_000 + Math.floor(chance("users there") * 40_000),
    list: at % 3 === 1 ? "hidden" : "public",
    signUp: (["open", "approval", "closed"] as const)[at % 3] ?? "open",
    languages: chance("languages") < 0.5 ? ["en"] : ["de", "en"],
  };
}

type Side = { readonly seed: number; readonly candidate: string; readonly wanted: Parameters };

/** What the candidate thinks of every server, and every server of the candidate. */
function takeSides(servers: Record<string, ServerSpec>, { seed, candidate, wanted }: Side): void {
  const hosts = Object.keys(servers).filter((host) => host !== OLD && host !== candidate);
  const own: Record<string, Severity> = {};
  for (const host of hosts) {
    const about = opinion(share(`${seed} ${candidate} about ${host}`), wanted.newSuspends, wanted.newLimits);
    if (about) own[host] = about;
    const back = opinion(share(`${seed} ${host} about ${candidate}`), wanted.suspendNew, wanted.limitNew);
    if (back) servers[host] = withRow(servers[host], { [candidate]: back });
  }
  servers[candidate] = withRow(servers[candidate], own);
}

const withRow = (spec: Servers[string] = {}, rows: Rows): ServerSpec => ({
  ...spec,
  blocks: { ...spec.blocks, ...rows },
});
