import type { Acct, SaidBy, Side } from "#lib/domain/evidence/evidence.ts";
import { known } from "#lib/domain/evidence/fact.ts";
import { askGiven, type GivenAnswer } from "#lib/fediverse/about/given.ts";
import { peopleOf } from "#lib/store/check/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import { countAsked } from "./asked.ts";
import { type Asking, keepAnswers, missingAt } from "./asking.ts";
import { may } from "./may.ts";

const AT_ONCE = 4;

/**
 * Whether followers' servers let the new one read their people, where its owner wants that asked: one person of each server
 * is looked up by the address of the actor. Only where nothing else tells.
 */
export async function askForPeople(asking: Asking): Promise<string | undefined> {
  const { adapter, pass, side, run } = asking;
  if (!adapter.signedIn?.fetch || !may("people", pass, side)) return undefined;
  const rows = (await missingAt(asking)).filter((row) => isWorthIt(row, side));
  for (let at = 0; at < rows.length && !run.signal.aborted; at += AT_ONCE) {
    const until = await askSome(asking, rows.slice(at, at + AT_ONCE));
    if (until) return until;
  }
  return undefined;
}

/** It said itself whether it lets the new server in, or nothing can be asked of it. */
export function isStanceTold({ facts }: ServerRow, { key }: Side): boolean {
  if (!facts?.nodeinfo?.known) return true;
  const { list, sight } = facts.onTarget[key] ?? {};
  return (
    (list?.known === true && list.value.inbound !== "unknown") ||
    (sight?.known === true && sight.value.seen === "known")
  );
}

function isWorthIt(row: ServerRow, side: Side): boolean {
  const { resolve, given } = row.facts?.byTarget[side.key] ?? {};
  if (given || isStanceTold(row, side)) return false;
  // It is shut out itself, or was not to be found: then a no would not be that server's.
  return resolve !== undefined && (!resolve.known || resolve.value.found);
}

async function askSome(asking: Asking, rows: readonly ServerRow[]): Promise<string | undefined> {
  const { run, pass, side, adapter } = asking;
  const people = await peopleOf(
    run.deps.store,
    run.id,
    rows.map(({ host }) => host),
  );
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const asked = rows.flatMap((row) => {
    const acct = nameIn(people.get(row.host) ?? []);
    return acct === undefined ? [] : [{ row, acct, anyway: row.facts?.byTarget[side.key]?.resolve?.known === false }];
  });
  const answers = await Promise.all(
    asked.map(async ({ row, acct, anyway }) => {
      const answer = await askGiven(adapter, run.deps.gate, side, { acct, host: row.host, anyway }, options);
      return { row, ...answer };
    }),
  );
  if (run.signal.aborted) return undefined;
  const told = answers.filter((answer) => !isPutOff(answer));
  await keepAnswers(
    asking,
    told.map((answer) => [answer.row, saidBy(answer)]),
  );
  await run.inTurn(() =>
    run.write("new-server-people", (on) => countAsked(on, "new", { people: told.filter(wasAsked).length })),
  );
  return answers.find(isPutOff)?.until;
}

/** A handle, of somebody who is not known to be gone. */
const nameIn = (people: readonly { readonly acct: Acct; readonly in: readonly string[]; readonly home?: unknown }[]) =>
  people.find(({ acct, in: lists, home }) => !acct.includes("/") && lists.length === 0 && home === undefined)?.acct ??
  people.find(({ acct, in: lists }) => !acct.includes("/") && lists.length === 0)?.acct;

/** Where strangers are served the new server is not asked at all. */
const wasAsked = ({ given, found }: GivenAnswer): boolean => found || given.source?.kind === "signed-in";

const isPutOff = ({ given, until }: GivenAnswer): boolean =>
  until !== undefined && !given.known && given.gap === "over-budget";

/** Who is found shows that the new server does not shut his server out; who is not found may have either reason. */
function saidBy({ given, found }: GivenAnswer): SaidBy {
  const resolve = found && given.source ? { resolve: known({ found: true, oneName: false }, given.source) } : {};
  return { given, ...resolve };
}
