import { withParents } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { serverAt } from "#lib/fediverse/find/discover.ts";
import { askWebfinger } from "#lib/fediverse/find/webfinger.ts";
import type { OwnQuestions, OwnServer } from "#lib/fediverse/question/adapter.ts";
import { knownHosts } from "#lib/store/check/find-servers.ts";
import { peopleOf } from "#lib/store/check/people/people.ts";
import type { Asking } from "./asking.ts";
import { nameIn } from "./name-in.ts";

type Compares = NonNullable<OwnQuestions["servers"]>["compares"];
/** `complete`: of every server that may be meant it is known whether it is. */
export type ServersShut = { readonly hosts: readonly Host[]; readonly complete: boolean };

/** Followers' servers that a row of the owner's own list keeps out, by the name that this software compares. */
export async function serversShut(
  asking: Pick<Asking, "run">,
  rows: readonly OwnServer[],
  compares: Compares,
): Promise<ServersShut> {
  const { deps, id } = asking.run;
  const names = rows.map(({ name }) => name);
  const below = rows.flatMap((row) => (row.below ? [row.name] : []));
  // Where actors live on a host of their own, it stands below the domain of the handles as a rule.
  const hosts = compares === "handle" ? names : [...new Set(names.flatMap((name) => [name, ...withParents(name)]))];
  const near = await knownHosts(deps.store, id, { hosts, below });
  const compared = compares === "handle" ? new Map(near.map((host) => [host, host])) : await actorHosts(asking, near);
  return {
    hosts: near.filter((host) => isNamed(compared.get(host), rows)),
    complete: compared.size === near.length,
  };
}

/** By the address of anybody there who is known, else as WebFinger leads to one of them. */
async function actorHosts({ run }: Pick<Asking, "run">, near: readonly Host[]): Promise<ReadonlyMap<Host, Host>> {
  const people = near.length === 0 ? new Map() : await peopleOf(run.deps.store, run.id, near);
  const found = new Map<Host, Host>();
  for (const host of near) {
    const there = people.get(host) ?? [];
    const uri = there.find((one: { readonly uri?: string }) => one.uri)?.uri ?? (await addressOf(nameIn(there)));
    if (uri !== undefined) found.set(host, serverAt(host, uri).webHost);
  }
  return found;

  async function addressOf(acct: string | undefined): Promise<string | undefined> {
    if (acct === undefined) return undefined;
    const told = await askWebfinger(run.deps.gate, acct.split("@")[1] ?? "", `acct:${acct}`, { signal: run.signal });
    return told.known ? told.value.self : undefined;
  }
}

const isNamed = (host: Host | undefined, rows: readonly OwnServer[]): boolean =>
  rows.some(({ name, below }) => host === name || (below === true && host?.endsWith(`.${name}`) === true));
