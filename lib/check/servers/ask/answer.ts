import type { Sight } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { allowIn, askAllows } from "#lib/fediverse/about/allows.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askInstance, askPeer } from "#lib/fediverse/about/peers.ts";
import { askStance, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { askSight, askView } from "#lib/fediverse/about/view.ts";
import { FULL_PAGE } from "#lib/fediverse/follower-list/paging.ts";
import type { AboutSide, Turn } from "#lib/fediverse/order/order.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { defined } from "#lib/flow/defined.ts";
import { rememberBlockList } from "../kept-answers.ts";
import { withAllows, withAnswer, withLists } from "./answer-place.ts";
import { askControl } from "./control.ts";
import { askAlone } from "./single-accounts.ts";
import type { Asking } from "./visit.ts";

/** Three pages show some two hundred people of one server: more would be a list of ours, not an answer. */
const VIEW_PAGES = 3;
export const MOST_IN_VIEW = VIEW_PAGES * FULL_PAGE;

/** Puts an answer into its place: what was asked side by side is put there one after the other. */
export type Put = (facts: ServerFacts) => ServerFacts;

/** Asks one planned question. */
export async function answer(asking: Asking, facts: ServerFacts, { question, left }: Turn): Promise<Put> {
  if (question.ask === "list") return answerList(asking);
  if (question.ask === "allow") return answerAllow(asking);
  if (question.ask === "home") return answerHome(asking, left);
  if (question.ask === "accounts") return (all) => all;
  const fact =
    question.ask === "control" || question.ask === "instance"
      ? await askServer(asking, question.ask)
      : await askAbout(asking, facts, question, left);
  return (all) => withAnswer(all, question, fact as Fact<never>);
}

async function answerList({ deps, adapter, server, check }: Asking): Promise<Put> {
  const list = await rememberBlockList(deps, adapter, server);
  const about = (side: Side) => {
    const named = namedHost(side.host, side.webHost);
    return stancesFrom(list, [named])[named.host] ?? gap("not-offered");
  };
  const targets = new Map(check.targets.map((side) => [side.key, side]));
  return (all) => withLists(all, (key) => about(targets.get(key) ?? check.old), [...targets.keys()]);
}

async function answerAllow({ deps, adapter, server, check }: Asking): Promise<Put> {
  const allows = await askAllows(adapter, deps.gate, server);
  const targets = new Map(check.targets.map((side) => [side.key, side]));
  const about = (key: string) => allowIn(allows, (targets.get(key) ?? check.old).webHost);
  return (all) => withAllows(all, about, [...targets.keys()]);
}

async function answerHome(asking: Asking, left: number): Promise<Put> {
  await askAlone(asking, left);
  return (all) => all;
}

const askServer = (asking: Asking, ask: "control" | "instance"): Promise<Fact<unknown>> =>
  ask === "control" ? askControl(asking) : askInstance(asking.adapter, asking.deps.gate, asking.server);

/** Of itself a server publishes no block and no peer, and its own list of followers is being read already. */
const isItself = ({ host, webHost }: Server, side: Side): boolean =>
  [side.host, side.webHost].some((name) => name === host || name === webHost);

/** What it shows of its own account was asked for at the beginning. */
function ownSight({ account }: Side): Fact<Sight> {
  if (!account.known) return gap("not-asked");
  const { id, suspended, hidesLists, followers, movedTo } = account.value;
  const moved = movedTo === undefined ? {} : { moved: movedTo };
  return known({ seen: "known", ...defined({ id, suspended, hidesLists, followers }), ...moved }, account.source);
}

async function askAbout(
  { deps, adapter, server, check }: Asking,
  facts: ServerFacts,
  { ask, about }: AboutSide,
  left: number,
): Promise<Fact<unknown>> {
  const side = about === "old" ? check.old : check.targets.find(({ key }) => key === about);
  if (!side) return gap("not-asked");
  if (isItself(server, side)) return ask === "sight" ? ownSight(side) : gap("not-asked");
  if (ask === "stance") return askStance(adapter, deps.gate, server, namedHost(side.host, side.webHost));
  if (ask === "peer") return askPeer(adapter, deps.gate, server, side.host);
  if (side.acct === undefined) return gap("not-asked");
  if (ask === "sight") return askSight(adapter, deps.gate, server, side.acct);
  const sight = (about === "old" ? facts.onOld : facts.onTarget[about])?.sight;
  return askView(adapter, deps.gate, server, side.acct, {
    mostPages: Math.min(VIEW_PAGES, left),
    ...defined({ sight }),
  });
}
