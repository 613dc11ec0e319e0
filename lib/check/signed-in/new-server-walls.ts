import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Acct, SaidBy, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap } from "#lib/domain/evidence/fact.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askResolve, tellsOfMissing } from "#lib/fediverse/about/resolve.ts";
import { askListedBlocks, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { serverAt } from "#lib/fediverse/find/discover.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { factsOf } from "#lib/software/index.ts";
import { peopleOf } from "#lib/store/check/people/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, sideOf } from "../state/run-state.ts";
import { countAsked, lastOf } from "./asked.ts";
import { type Answer, type Asking, isAsked, keepAnswers, missingAt } from "./asking.ts";
import { collectOwn } from "./collect-own.ts";
import { may } from "./may.ts";
import { nameIn } from "./name-in.ts";
import { askForPeople, isStanceTold } from "./new-server-people.ts";
import { isUndecided } from "./undecided.ts";

/** At once: each answer may take as long as the new server needs to fetch something. */
const AT_ONCE = 4;
const RESOLVED = "resolved";

/**
 * Whether the new server lets in what followers' servers send, where nothing public tells: by the list that it shows its
 * members, else by looking a server up, one question each. Until when to wait, where the limit is used up.
 */
export async function askNewServer(run: Run, runState: RunState, pass: Pass): Promise<string | undefined> {
  const side = sideOf(runState, "new");
  if (!side) return undefined;
  const rows = runState.row.signIns ?? [];
  const asking = {
    ...{ run, runState, pass, side },
    since: rows[lastOf(rows, "new")]?.at ?? "",
    adapter: adapterFor(side.software.known ? side.software.value : undefined),
  };
  await readMembersList(asking);
  await collectOwn(asking);
  return (await resolveEach(asking)) ?? (await askForPeople(asking));
}

async function readMembersList(asking: Asking): Promise<void> {
  const { run, pass, side, adapter } = asking;
  const rows = await undecided(asking);
  const hides = rows.some(({ facts }) => facts?.byTarget[side.key]?.list?.known === false);
  if (!adapter.signedIn?.showsBlocks || !hides) return;
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  // Not remembered: it is for members alone, and other checks are not made by this one.
  const list = await askListedBlocks(adapter, run.deps.gate, side, options);
  await run.inTurn(() => run.write("members-list", (on) => countAsked(on, "new", { blocks: 1 })));
  if (!list.known || run.signal.aborted) return;
  const people = await peopleOf(
    run.deps.store,
    run.id,
    rows.map(({ host }) => host),
  );
  const named = ({ host }: ServerRow) => serverAt(host, people.get(host)?.find(({ uri }) => uri)?.uri);
  await keepAnswers(
    asking,
    rows.map((row): Answer => [row, { list: stanceIn(list, named(row)) }]),
  );
}

function stanceIn(list: Fact<BlockList>, { host, webHost }: Server): NonNullable<SaidBy["list"]> {
  const named = namedHost(host, webHost);
  return stancesFrom(list, [named])[named.host] ?? gap("not-offered");
}

/** Servers where the new server's stance is what is missing, those with most missing people first. */
const undecided = async (asking: Asking): Promise<readonly ServerRow[]> =>
  (await missingAt(asking)).filter((row) => isUndecided(row, asking.side, asking.runState.facts));

async function resolveEach(asking: Asking): Promise<string | undefined> {
  const { adapter, run, side } = asking;
  if (!adapter.signedIn?.resolve) return undefined;
  // Whether a server refuses the new one can be told only where the new one finds it.
  const more = may("people", asking.pass, side) ? await missingAt(asking) : [];
  const wanted = [...(await undecided(asking)), ...more.filter((row) => !isStanceTold(row, side))];
  const rows = [...new Map(wanted.map((row) => [row.host, row])).values()].filter(
    ({ facts }) => facts?.nodeinfo?.known === true && !isAsked(facts.byTarget[side.key]?.resolve, asking),
  );
  const tellsMissing = once(() => tellsOfMissing(adapter, run.deps.gate, side, optionsOf(asking)));
  for (let at = 0; at < rows.length && !run.signal.aborted; at += AT_ONCE) {
    const until = await resolveSome(asking, rows.slice(at, at + AT_ONCE), tellsMissing);
    if (until) return until;
  }
  return undefined;
}

const namedAs = ({ host, facts }: ServerRow, person: Acct | undefined) => ({
  ...{ host, isMastodon: isMastodon(facts) },
  ...defined({ person }),
});

const isMastodon = (facts: ServerFacts | null): boolean =>
  facts?.nodeinfo?.known === true && factsOf(facts.nodeinfo.value.software.name)?.asks === "mastodon";

const optionsOf = ({ run, pass }: Asking) => ({ own: true, signal: run.signal, signedIn: pass.signedIn });

/** Asked when somebody wants to know, and then for all of them. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

async function resolveSome(
  asking: Asking,
  rows: readonly ServerRow[],
  tellsMissing: () => Promise<boolean>,
): Promise<string | undefined> {
  const { run, side, adapter } = asking;
  const options = { ...optionsOf(asking), tellsMissing };
  const hosts = rows.map(({ host }) => host);
  const people = await peopleOf(run.deps.store, run.id, hosts);
  const answers = await Promise.all(
    rows.map(async (row) => {
      const named = namedAs(row, nameIn(people.get(row.host) ?? []));
      return { row, ...(await askResolve(adapter, run.deps.gate, side, named, options)) };
    }),
  );
  if (run.signal.aborted) return undefined;
  const told = answers.filter(({ until, fact }) => !(until && !fact.known && fact.gap === "over-budget"));
  await keepAnswers(
    asking,
    told.map(({ row, fact }): Answer => [row, { resolve: fact }]),
  );
  await run.inTurn(() => run.write(RESOLVED, (on) => countAsked(on, "new", { servers: told.length })));
  return answers.find(({ until, fact }) => until && !fact.known && fact.gap === "over-budget")?.until;
}
