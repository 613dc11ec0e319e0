import type { Side } from "#lib/domain/evidence/side.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { askGiven, type GivenAnswer } from "#lib/fediverse/about/given.ts";
import { type AskOptions, askFact } from "#lib/fediverse/question/ask.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { peopleOf } from "#lib/store/check/people/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import { countAsked } from "./asked.ts";
import { type Asking, isAsked, isStillIn, keepAnswers, missingAt } from "./asking.ts";
import { may } from "./may.ts";
import { nameIn } from "./name-in.ts";

const AT_ONCE = 4;

/**
 * Whether followers' servers let the new one read their people, where its owner wants that asked: one person of each server
 * is looked up by the address of the actor. Only where nothing else tells.
 */
export async function askForPeople(asking: Asking): Promise<string | undefined> {
  const { adapter, pass, side } = asking;
  if (!adapter.signedIn?.fetch || !may("people", pass, side)) return undefined;
  const rows = (await missingAt(asking)).filter((row) => isWorthIt(row, asking));
  for (let at = 0; at < rows.length && (await isStillIn(asking)); at += AT_ONCE) {
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

function isWorthIt(row: ServerRow, asking: Asking): boolean {
  const { side } = asking;
  const { resolve, given } = row.facts?.byTarget[side.key] ?? {};
  // Where it is not found, a no would not be that server's.
  return !isAsked(given, asking) && !isStanceTold(row, side) && resolve?.known === true && resolve.value.found;
}

async function askSome(asking: Asking, rows: readonly ServerRow[]): Promise<string | undefined> {
  const { run, pass } = asking;
  const people = await peopleOf(
    run.deps.store,
    run.id,
    rows.map(({ host }) => host),
  );
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const answers = await Promise.all(
    rows.flatMap((row) => {
      const acct = nameIn(people.get(row.host) ?? []);
      return acct === undefined ? [] : [askOne(asking, row, acct, options)];
    }),
  );
  if (run.signal.aborted) return undefined;
  const told = answers.filter((answer) => !isPutOff(answer));
  await keepAnswers(
    asking,
    told.map(({ row, given }) => [row, { given }]),
  );
  await run.inTurn(() =>
    run.write("new-server-people", (on) => countAsked(on, "new", { people: told.filter(wasAsked).length })),
  );
  return answers.find(isPutOff)?.until;
}

/** Whether it talks to named servers alone has to be known as well: both refuse alike. */
async function askOne({ run, side, adapter }: Asking, row: ServerRow, acct: Acct, options: AskOptions) {
  const { gate } = run.deps;
  const answer = await askGiven(adapter, gate, side, { acct, host: row.host }, options);
  const { facts } = row;
  if (!answer.given.known || answer.given.value || !facts?.nodeinfo?.known || facts.instance?.known)
    return { row, ...answer };
  const { instance: question } = adapterFor(facts.nodeinfo.value.software);
  const instance = await askFact(gate, question, { host: row.host, webHost: row.host }, { signal: run.signal });
  return { row: { ...row, facts: { ...facts, instance } }, ...answer };
}

/** Where strangers are served the new server is not asked at all. */
const wasAsked = ({ given }: GivenAnswer): boolean => given.source?.kind === "signed-in";

const isPutOff = ({ given, until }: GivenAnswer): boolean =>
  until !== undefined && !given.known && given.gap === "over-budget";
