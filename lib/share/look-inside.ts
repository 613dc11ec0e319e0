import type { Resolved, Sight } from "#lib/domain/evidence/answers.ts";
import { type Fact, known, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import type { Software } from "#lib/domain/evidence/server.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { allowIn, askAllows } from "#lib/fediverse/about/allows.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askResolve } from "#lib/fediverse/about/resolve.ts";
import { askListedBlocks, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { askSight } from "#lib/fediverse/about/view.ts";
import type { Adapter, Relation, Server } from "#lib/fediverse/question/adapter.ts";
import { type AskOptions, askFact } from "#lib/fediverse/question/ask.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { traitsOf } from "#lib/software/traits-of.ts";
import type { LookedAbout, LookedRow, ShareAccount } from "#lib/store/tables/types.ts";
import type { Pair } from "./own-server.ts";

/** `relation`: how the asker himself stands to the new account. It is told to him and kept nowhere. */
export type Inside = { readonly told: Omit<LookedRow, "server" | "at">; readonly relation?: Relation };

type On = {
  readonly gate: Gate;
  readonly server: Server;
  readonly adapter: Adapter;
  readonly options: AskOptions;
};

/**
 * What a server tells one of its people and not everybody: whom it blocks, whether it finds the two servers, and whether he
 * follows the new account. He asks his own server, by an app of ours: what it wants of crawlers is about others.
 */
export async function lookInside(
  gate: Gate,
  server: Server,
  software: Software,
  pair: Pair,
  { signedIn }: Pass,
): Promise<Inside> {
  const on: On = { gate, server, adapter: adapterFor(software), options: { own: true, signedIn } };
  const [lists, newFound, oldFound] = await Promise.all([
    membersList(on, pair),
    lookUpThere(on, pair.new),
    lookUpThere(on, pair.old),
  ]);
  const relation = await relationTo(on, pair.new, newFound.sight);
  const allows = await allowsWhere(on, lists);
  const about = ({ host, webHost }: ShareAccount, resolve: LookedAbout["resolve"]): LookedAbout =>
    defined({
      list: ofMember(lists[host]),
      allow: ofMember(allows && allowIn(allows, webHost)),
      resolve: ofMember(resolve),
    });
  const [onOld, onNew] = [about(pair.old, oldFound.resolve), about(pair.new, newFound.resolve)];
  const instance = [onOld, onNew].some(isLost) ? await askFact(gate, on.adapter.instance, server) : undefined;
  return { told: { onOld, onNew, ...defined({ instance: inHour(instance) }) }, ...defined({ relation }) };
}

/** A server that is not found may be blocked, or left out by one that talks to named servers alone. */
const isLost = ({ resolve }: LookedAbout): boolean => resolve?.known === true && !resolve.value.found;

type Lists = Readonly<Record<Host, NonNullable<LookedAbout["list"]>>>;

async function membersList({ gate, server, adapter, options }: On, pair: Pair): Promise<Lists> {
  if (!adapter.signedIn?.showsBlocks) return {};
  const list = await askListedBlocks(adapter, gate, server, options);
  const names = [pair.new, pair.old].map(({ host, webHost }) => namedHost(host, webHost));
  return stancesFrom(list, names);
}

/** Where an explicit allow beats a block, a row alone decides nothing. */
async function allowsWhere({ gate, server, adapter, options }: On, lists: Lists) {
  const isHit = Object.values(lists).some((list) => list.known && list.value.inbound === "blocked");
  return adapter.allows && isHit ? await askAllows(adapter, gate, server, options) : undefined;
}

/** `sight`: where the account itself was looked up, and not its server as a whole. */
type LookedUp = { readonly resolve: Fact<Resolved>; readonly sight?: Fact<Sight> };

async function lookUpThere({ gate, server, adapter, options }: On, account: ShareAccount): Promise<LookedUp> {
  const { host, webHost, acct, uri, software = "" } = account;
  if (adapter.signedIn?.finds) {
    const asked = uri === undefined ? undefined : { ...server, acct, uri };
    const sight = asked ? await askFact(gate, adapter.signedIn.finds, asked, options) : NOT_ASKED;
    return { resolve: resolvedBy(sight, host === webHost), sight };
  }
  const named = { host, person: acct, givesItselfToAll: traitsOf(software).givesItselfToAll === true };
  return { resolve: (await askResolve(adapter, gate, server, named, options)).fact };
}

function resolvedBy(sight: Fact<Sight>, oneName: boolean): Fact<Resolved> {
  if (!sight.known) return sight;
  const found = sight.value.seen === "known";
  return known({ found, oneName, ...(found ? {} : { said: true as const }) }, sight.source);
}

async function relationTo(on: On, { acct }: ShareAccount, looked?: Fact<Sight>): Promise<Relation | undefined> {
  const { gate, server, adapter, options } = on;
  const question = adapter.signedIn?.relation;
  const sight = question && (looked ?? (await sightOf(on, acct)));
  if (!question || !sight?.known || sight.value.id === undefined) return undefined;
  const relation = await askFact(gate, question, { ...server, key: sight.value.id }, options);
  return relation.known ? relation.value : undefined;
}

/** Not known there yet: his server looks the account up for him, as its search does. */
async function sightOf({ gate, server, adapter, options }: On, acct: Acct): Promise<Fact<Sight>> {
  const shown = await askSight(adapter, gate, server, acct, options);
  const isKnown = shown.known && shown.value.id !== undefined;
  return isKnown ? shown : askFact(gate, adapter.signedIn?.resolve, { ...server, acct }, options);
}

/** The minute could tell the owner who it was, where somebody has said that he would look. */
export const hourOf = (at: string): string => `${at.slice(0, 13)}:00:00.000Z`;

/** What everybody may ask was asked at his moment all the same. */
const inHour = <T>(fact: Fact<T> | undefined): Fact<T> | undefined =>
  fact?.known ? { ...fact, source: { ...fact.source, at: hourOf(fact.source.at) } } : undefined;

/** Who asked is somebody of that server, and not the owner of the check. A gap is nothing that it told. */
function ofMember<T>(fact: Fact<T> | undefined): Fact<T> | undefined {
  if (!fact?.known) return undefined;
  const { at, status } = fact.source;
  return { ...fact, source: { kind: "member", at: hourOf(at), ...defined({ status }) } };
}
