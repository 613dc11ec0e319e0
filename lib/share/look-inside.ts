import type { Host, Software } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askResolve } from "#lib/fediverse/about/resolve.ts";
import { askListedBlocks, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { askSight } from "#lib/fediverse/about/view.ts";
import type { Adapter, Relation, Server } from "#lib/fediverse/question/adapter.ts";
import { type AskOptions, askFact } from "#lib/fediverse/question/ask.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { factsOf } from "#lib/software/index.ts";
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
  const [lists, newFound, oldFound, relation] = await Promise.all([
    membersList(on, pair),
    lookUpThere(on, pair.new),
    lookUpThere(on, pair.old),
    relationTo(on, pair.new),
  ]);
  const about = (account: ShareAccount, resolve: LookedAbout["resolve"]): LookedAbout =>
    defined({ list: ofMember(lists[account.host]), resolve: ofMember(resolve) });
  const [onOld, onNew] = [about(pair.old, oldFound), about(pair.new, newFound)];
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

async function lookUpThere({ gate, server, adapter, options }: On, { host, acct, software = "" }: ShareAccount) {
  const named = { host, person: acct, isMastodon: factsOf(software)?.asks === "mastodon" };
  return (await askResolve(adapter, gate, server, named, options)).fact;
}

async function relationTo(
  { gate, server, adapter, options }: On,
  { acct }: ShareAccount,
): Promise<Relation | undefined> {
  const { relation: question, resolve } = adapter.signedIn ?? {};
  if (!question) return undefined;
  const shown = await askSight(adapter, gate, server, acct, options);
  // Not known there yet: his server looks the account up for him, as its search does.
  const isKnown = shown.known && shown.value.id !== undefined;
  const sight = isKnown ? shown : await askFact(gate, resolve, { ...server, acct }, options);
  if (!sight.known || sight.value.id === undefined) return undefined;
  const relation = await askFact(gate, question, { ...server, key: sight.value.id }, options);
  return relation.known ? relation.value : undefined;
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
