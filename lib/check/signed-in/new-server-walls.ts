import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { askResolve, tellsOfMissing } from "#lib/fediverse/about/resolve.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { traitsOf } from "#lib/software/traits-of.ts";
import { peopleOf } from "#lib/store/check/people/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, sideOf } from "../state/run-state.ts";
import { countAsked, lastOf } from "./asked.ts";
import { type Answer, type Asking, isAsked, isStillIn, keepAnswers, missingAt } from "./asking.ts";
import { collectOwn } from "./collect-own.ts";
import { may } from "./may.ts";
import { readMembersLists, undecided } from "./members-lists.ts";
import { nameIn } from "./name-in.ts";
import { askForPeople, isStanceTold } from "./new-server-people.ts";

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
  await readMembersLists(asking);
  await collectOwn(asking);
  return (await resolveEach(asking)) ?? (await askForPeople(asking));
}

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
  for (let at = 0; at < rows.length && (await isStillIn(asking)); at += AT_ONCE) {
    const until = await resolveSome(asking, rows.slice(at, at + AT_ONCE), tellsMissing);
    if (until) return until;
  }
  return undefined;
}

const namedAs = ({ host, facts }: ServerRow, person: Acct | undefined) => ({
  ...{ host, givesItselfToAll: givesItselfToAll(facts) },
  ...defined({ person }),
});

const givesItselfToAll = (facts: ServerFacts | null): boolean =>
  facts?.nodeinfo?.known === true && traitsOf(facts.nodeinfo.value.software.name).givesItselfToAll === true;

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
