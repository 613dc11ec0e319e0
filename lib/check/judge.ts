import { RULES_VERSION } from "#lib/causes/index.ts";
import { countUp, judgeMove, judgeServer, tallyUp } from "#lib/causes/judge.ts";
import type { Host, Person, ServerFacts } from "#lib/domain/evidence.ts";
import type { ServerVerdict } from "#lib/domain/verdict.ts";
import { arrivedFrom } from "#lib/store/arrivals.ts";
import { patchCheck } from "#lib/store/checks.ts";
import { peopleOf, readPerson } from "#lib/store/people.ts";
import { type Asked, readServer, saveAsked, saveJudged, staleAll, staleServers } from "#lib/store/servers.ts";
import { type Book, pageOf } from "./book.ts";
import type { Run } from "./run-lease.ts";

const AT_ONCE = 40;

/** What a server was found to say, and the verdicts on all its people, commit together. */
export async function judgeAsked(run: Run, book: Book, asked: readonly Asked[]): Promise<void> {
  await run.inTurn(async () => {
    const facts = new Map(asked.map((one) => [one.facts.host, one.facts]));
    const judged = await judgeHosts(run, book, facts);
    await run.write("probe", async (on) => {
      for (const one of asked) await saveAsked(on, one);
      await saveVerdictsOf(on, book, judged);
    });
  });
}

/** Judges every server whose people or facts changed since its last verdict. */
export async function judgeStale(run: Run, book: Book): Promise<void> {
  while (!run.signal.aborted) {
    const more = await run.inTurn(async () => {
      const hosts = await staleServers(run.deps.store, run.id, AT_ONCE);
      if (hosts.length === 0) return false;
      const rows = await Promise.all(hosts.map((host) => readServer(run.deps.store, run.id, host)));
      const facts = new Map(hosts.map((host, at) => [host, rows[at]?.facts ?? nothingAsked(host)]));
      const judged = await judgeHosts(run, book, facts);
      await run.write("judge", (on) => saveVerdictsOf(on, book, judged));
      return true;
    });
    if (!more) return;
  }
}

export const nothingAsked = (host: Host): ServerFacts => ({ host, onOld: {}, onTarget: {}, byOld: {}, byTarget: {} });

async function judgeHosts(run: Run, book: Book, facts: ReadonlyMap<Host, ServerFacts>): Promise<ServerVerdict[]> {
  const { store, now } = run.deps;
  book.facts = { ...book.facts, now: now().toISOString() };
  const key = book.facts.targets[0]?.key ?? "";
  const arrived = await arrivedFrom(store, run.id, [...facts.keys()], key);
  const judged: ServerVerdict[] = [];
  for (const [host, found] of facts) {
    const people = await withNewNames(run, await peopleOf(store, run.id, host));
    const counted = { ...found, arrived: { [key]: arrived.get(host) ?? 0 } };
    judged.push(judgeServer(book.facts, book.move, counted, people));
  }
  return judged;
}

/** Followers who moved too may have come along under the other name. */
async function withNewNames(run: Run, people: readonly Person[]): Promise<readonly Person[]> {
  return Promise.all(
    people.map(async (person) => {
      const moved = movedTo(person);
      if (!moved || person.in.length > 0) return person;
      const other = await readPerson(run.deps.store, run.id, moved);
      return other && other.person.in.length > 0 ? { ...person, hereAs: moved } : person;
    }),
  );
}

function movedTo({ home, old }: Person): string | undefined {
  const moved = home?.known ? home.value.movedTo : (old?.moved ?? undefined);
  return moved?.includes("://") ? undefined : moved;
}

type Writing = Parameters<Parameters<Run["write"]>[1]>[0];

async function saveVerdictsOf(on: Writing, book: Book, judged: readonly ServerVerdict[]): Promise<void> {
  const key = book.facts.targets[0]?.key ?? "";
  for (const verdict of judged) {
    await saveJudged(on, verdict, key);
    book.summaries.set(verdict.host, { host: verdict.host, towards: verdict.towards });
  }
  const before = book.move.state;
  const all = [...book.summaries.values()];
  book.move = judgeMove(book.facts, tallyUp(book.facts, all));
  if (book.move.state !== before) await staleAll(on);
  const counts = countUp(book.facts, all);
  await patchCheck(on, { ...pageOf(book), move: book.move, counts, rules: RULES_VERSION });
}
