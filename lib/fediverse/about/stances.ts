import { type BlockList, type NamedHost, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { type Fact, type Gap, gap, known, type Missing } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { type NodeInfoRead, readNodeInfo } from "../find/nodeinfo.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, askFact, toFact } from "../question/ask.ts";
import { withinBudget } from "./list-budget.ts";

export type StanceOptions = AskOptions & {
  /** Read before: some softwares publish their list in it. */
  readonly nodeinfo?: NodeInfoRead;
};

/** What a server publishes about each of the named hosts. A list asked for once answers for all of them. */
export async function askStances(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  names: readonly NamedHost[],
  options: StanceOptions = {},
): Promise<Readonly<Record<Host, Fact<Stance>>>> {
  if (adapter.stance) return askEach(adapter.stance, gate, server, names, options);
  const list = await askBlockList(adapter, gate, server, options);
  return stancesFrom(list, names);
}

export async function askStance(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  named: NamedHost,
  options: StanceOptions = {},
): Promise<Fact<Stance>> {
  return (await askStances(adapter, gate, server, [named], options))[named.host] ?? gap("not-offered");
}

/** The stances that a list, fresh or remembered, holds about named hosts. */
export function stancesFrom(list: Fact<BlockList>, names: readonly NamedHost[]): Readonly<Record<Host, Fact<Stance>>> {
  return Object.fromEntries(names.map((named) => [named.host, stanceFrom(list, named)]));
}

function stanceFrom(list: Fact<BlockList>, named: NamedHost): Fact<Stance> {
  if (!list.known) return list;
  return { ...known(stanceOn(list.value, named), list.source), complete: list.value.whole };
}

export async function askBlockList(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  { nodeinfo, ...options }: StanceOptions = {},
): Promise<Fact<BlockList>> {
  if (!adapter.blocksInNodeInfo) return askListedBlocks(adapter, gate, server, options);
  const read = nodeinfo ?? (await readNodeInfo(gate, server, options));
  const list = listIn(adapter.blocksInNodeInfo(server), read);
  return isEnough(adapter, list) ? list : askListedBlocks(adapter, gate, server, options);
}

/** Whether a list found in NodeInfo, or its absence there, leaves no other place to ask. */
export const isEnough = ({ blocks }: Adapter, inNodeInfo: Fact<BlockList>): boolean => inNodeInfo.known || !blocks;

/** A server that cannot or will not be asked is not asked at the next place either. */
const STOPS = new Set<Gap>(["unreachable", "over-budget", "refused-robots", "not-asked"]);

/** The list where a place of its own publishes it. */
export async function askListedBlocks(
  { blocks = [] }: Adapter,
  gate: Gate,
  server: Server,
  options: AskOptions,
): Promise<Fact<BlockList>> {
  let refused: Missing = gap("not-offered");
  for (const question of blocks) {
    const list = withinBudget(await askFact(gate, question, server, options));
    if (list.known) return list;
    // A place that refused says more than one that does not exist.
    if (refused.gap === "not-offered") refused = list;
    if (STOPS.has(list.gap)) break;
  }
  return refused;
}

/** The list that a NodeInfo document holds. */
export function listIn(
  schema: ReturnType<NonNullable<Adapter["blocksInNodeInfo"]>>,
  { fact, document }: NodeInfoRead,
): Fact<BlockList> {
  if (!fact.known) return fact;
  const read = schema.safeParse(document);
  return withinBudget(toFact(read.success ? read.data : { gap: "bad-answer" }, fact.source));
}

/** Only Misskey answers for one name. It compares the host of actors, and says itself what a row above it does there. */
async function askEach(
  question: NonNullable<Adapter["stance"]>,
  gate: Gate,
  server: Server,
  names: readonly NamedHost[],
  { nodeinfo: _, ...options }: StanceOptions,
): Promise<Readonly<Record<Host, Fact<Stance>>>> {
  const stances: [Host, Fact<Stance>][] = [];
  for (const named of names) {
    const about = actorHostOf(named);
    stances.push([named.host, await askFact(gate, question, { ...server, about }, options)]);
  }
  return Object.fromEntries(stances);
}

/** A domain of handles that is above the host of actors is one of its names as well: the longest is that host. */
function actorHostOf({ host, names }: NamedHost): Host {
  const ofActor = names.filter(({ own, of }) => own && (of?.includes("actor") ?? true)).map(({ name }) => name);
  return ofActor.reduce((longest, name) => (name.length > longest.length ? name : longest), ofActor[0] ?? host);
}
