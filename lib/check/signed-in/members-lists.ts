import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { SaidBy } from "#lib/domain/evidence/answers.ts";
import { type Fact, gap } from "#lib/domain/evidence/fact.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { allowIn, askAllows } from "#lib/fediverse/about/allows.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askListedBlocks, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { serverAt } from "#lib/fediverse/find/discover.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { peopleOf } from "#lib/store/check/people/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import { countAsked } from "./asked.ts";
import { type Answer, type Asking, keepAnswers, missingAt } from "./asking.ts";
import { isUndecided } from "./undecided.ts";

/**
 * What the new server shows its members alone: whom it blocks, where strangers are not told, and whom it allows all the
 * same, which beats a block. Not remembered: other checks are not made by this one.
 */
export async function readMembersLists(asking: Asking): Promise<void> {
  await readBlocks(asking);
  await readAllows(asking);
}

/** Servers where the new server's stance is what is missing, those with most missing people first. */
export const undecided = async (asking: Asking): Promise<readonly ServerRow[]> =>
  (await missingAt(asking)).filter((row) => isUndecided(row, asking.side, asking.runState.facts));

const optionsOf = ({ run, pass }: Asking) => ({ own: true, signal: run.signal, signedIn: pass.signedIn });

async function readBlocks(asking: Asking): Promise<void> {
  const { run, side, adapter } = asking;
  const rows = await undecided(asking);
  const hides = rows.some(({ facts }) => facts?.byTarget[side.key]?.list?.known === false);
  if (!adapter.signedIn?.showsBlocks || !hides) return;
  const list = await askListedBlocks(adapter, run.deps.gate, side, optionsOf(asking));
  await run.inTurn(() => run.write("members-list", (on) => countAsked(on, "new", { blocks: 1 })));
  if (!list.known || run.signal.aborted) return;
  const named = await serversOf(asking, rows);
  await keepAnswers(
    asking,
    rows.map((row): Answer => [row, { list: stanceIn(list, named(row)) }]),
  );
}

async function readAllows(asking: Asking): Promise<void> {
  const { run, side, adapter } = asking;
  const rows = adapter.allows ? (await missingAt(asking)).filter((row) => isListedAlone(row, asking)) : [];
  if (rows.length === 0 || run.signal.aborted) return;
  const allows = await askAllows(adapter, run.deps.gate, side, optionsOf(asking));
  if (!allows.known || run.signal.aborted) return;
  const named = await serversOf(asking, rows);
  await keepAnswers(
    asking,
    rows.map((row): Answer => [row, { allow: allowIn(allows, named(row).webHost) }]),
  );
}

/** It stands in the list of blocks, and nobody knows yet whether an allow stands beside it. */
function isListedAlone({ facts }: ServerRow, { side }: Asking): boolean {
  const { list, allow } = facts?.byTarget[side.key] ?? {};
  return list?.known === true && list.value.inbound === "blocked" && allow?.known !== true;
}

async function serversOf({ run }: Asking, rows: readonly ServerRow[]): Promise<(row: ServerRow) => Server> {
  const hosts: readonly Host[] = rows.map(({ host }) => host);
  const people = await peopleOf(run.deps.store, run.id, hosts);
  return ({ host }) => serverAt(host, people.get(host)?.find(({ uri }) => uri)?.uri);
}

function stanceIn(list: Fact<BlockList>, { host, webHost }: Server): NonNullable<SaidBy["list"]> {
  const named = namedHost(host, webHost);
  return stancesFrom(list, [named])[named.host] ?? gap("not-offered");
}
