import { limitsSome } from "#lib/domain/blocks/block-match.ts";
import { type Fact, gap, known, type Missing, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import { modeOf } from "#lib/domain/evidence/federation-mode.ts";
import type { Software } from "#lib/domain/evidence/server.ts";
import type { Actor, Side } from "#lib/domain/evidence/side.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { composerIn } from "#lib/domain/names/composer.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { askInstance } from "#lib/fediverse/about/peers.ts";
import { askAccount } from "#lib/fediverse/find/account.ts";
import { askActor, type FoundAccount, findAccount, serverAt } from "#lib/fediverse/find/discover.ts";
import type { NodeInfoRead } from "#lib/fediverse/find/nodeinfo.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { publishesMovedTo } from "#lib/software/abilities.ts";
import { rememberBlockList, rememberNodeInfo } from "../servers/kept-answers.ts";
import type { CheckDeps } from "../state/deps.ts";
import { whereItAnswers } from "./where-it-answers.ts";

const OWN = { own: true } as const;

/** One of the mover's two accounts with its server. Asked fresh: a redirect set a minute ago has to show. */
export async function resolveSide(deps: CheckDeps, acct: Acct): Promise<Side> {
  const [user, host] = splitAcct(acct);
  // Most servers answer where their handles say, so NodeInfo need not wait for WebFinger.
  const [found] = await Promise.all([
    findAccount(deps.gate, { user, host }, OWN),
    rememberNodeInfo(deps, serverAt(host), OWN, deps.ownNotBefore),
  ]);
  const server = found.known ? found.value.server : serverAt(host);
  const nodeinfo = await rememberNodeInfo(deps, server, OWN, deps.ownNotBefore);
  const software = softwareOf(nodeinfo);
  const adapter = adapterFor(software.known ? software.value : undefined);
  const who = { server, user, ...(found.known ? { uri: found.value.uri } : {}) };
  const [account, actor, side] = await Promise.all([
    found.known || mayTryApi(found) ? askAccount(adapter, deps.gate, who, OWN) : gap(found.gap, found.source),
    resolveActor(deps, found, software.known && publishesMovedTo(software.value) === true),
    resolveServer(deps, server),
  ]);
  const composer = found.known ? composerOf(deps, host, found.value) : undefined;
  return {
    ...{ ...side, acct: found.known ? found.value.acct : acct, account, actor },
    self: found.known ? known(found.value.uri, found.source) : found,
    ...defined({ composer }),
  };
}

const composerOf = ({ sameSite }: CheckDeps, typed: Host, { server, templates }: FoundAccount) =>
  composerIn(templates, { hosts: [typed, server.host, server.webHost], ...defined({ sameSite }) });

/**
 * WebFinger says nothing or cannot be reached, and yet the API may know the account. Of one that was deleted a Mastodon
 * still gives the address, by which the new account names it.
 */
const mayTryApi = ({ gap: why, source }: Missing): boolean =>
  why === "not-offered" || why === "bad-answer" || why === "hidden-by-server" || source?.status === 410;

const resolveActor = (
  deps: CheckDeps,
  found: Fact<FoundAccount>,
  publishesMovedTo: boolean,
): Promise<Fact<Actor>> | Fact<Actor> =>
  found.known ? askActor(deps.gate, found.value, { ...OWN, publishesMovedTo }) : gap(found.gap, found.source);

/** A server alone: what a candidate is before there is an account on it. */
export async function resolveServer(deps: CheckDeps, named: Server): Promise<Side> {
  const { server, nodeinfo } = await whereItAnswers(deps, named, deps.ownNotBefore);
  const adapter = adapterFor(nodeinfo.fact.known ? nodeinfo.fact.value.software : undefined);
  const [instance, blocks] = await Promise.all([
    askInstance(adapter, deps.gate, server, OWN),
    rememberBlockList(deps, adapter, server, OWN),
  ]);
  return {
    key: server.host,
    host: server.host,
    webHost: server.webHost,
    software: softwareOf(nodeinfo),
    ...sizeOf(nodeinfo),
    account: NOT_ASKED,
    actor: NOT_ASKED,
    list: NOT_ASKED,
    ...modeOf(instance),
    instance,
    limitsSome: blocks.known ? known(limitsSome(blocks.value), blocks.source) : gap(blocks.gap, blocks.source),
  };
}

function sizeOf({ fact }: NodeInfoRead): Pick<Side, "size"> {
  if (!fact.known) return {};
  const { users, activeUsers } = fact.value;
  if (users === undefined && activeUsers === undefined) return {};
  return { size: known(defined({ users, activeUsers }), fact.source) };
}

function softwareOf({ fact }: NodeInfoRead): Fact<Software> {
  return fact.known ? known(fact.value.software, fact.source) : gap(fact.gap, fact.source);
}
