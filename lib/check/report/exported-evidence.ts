import type { AskedAbout, View } from "#lib/domain/evidence/answers.ts";
import { type CheckFacts, nothingAsked, type ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { ownAccts } from "#lib/domain/move/mover.ts";
import type { Acct, TargetKey } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { findServers } from "#lib/store/check/find-servers.ts";
import { arrivedFrom } from "#lib/store/check/people/arrivals.ts";
import type { Store } from "#lib/store/open/store.ts";
import { withGiven } from "../servers/handed-in.ts";
import { listOf } from "./list-of.ts";

const PAGE = 1_000;
/** Stands in a server's list for all whom this check does not know otherwise: that there is somebody counts, not who. */
const SOMEBODY_ELSE: Acct = "*";

/**
 * What the verdicts rest on, as they were judged: with what was handed in, without what no verdict needs. `named`: who
 * stands in the file by name or address; `people`: the list of them as it is written.
 */
export async function* exportedEvidence(
  store: Store,
  { id, facts, input }: CheckRow & { readonly facts: CheckFacts },
  named: ReadonlySet<string>,
  people: AsyncIterable<string>,
): AsyncGenerator<string> {
  yield `{"check":${JSON.stringify(withoutBios(facts))},"servers":`;
  yield* listOf(factsOfServers(store, id, facts), (said) => withoutStrangers(withGiven(said, input, facts), named));
  yield ',"people":';
  yield* people;
  yield "}";
}

async function* factsOfServers(store: Store, id: string, facts: CheckFacts): AsyncGenerator<readonly ServerFacts[]> {
  const key = facts.targets[0]?.key ?? "";
  for await (const page of serverPages(store, id)) {
    const hosts = page.map(({ host }) => host);
    const arrived = await arrivedFrom(store, id, hosts, key, ownAccts(facts));
    yield page.map(({ host, facts: said }) => {
      return { ...(said ?? nothingAsked(host)), arrived: { [key]: arrived.get(host) ?? 0 } };
    });
  }
}

async function* serverPages(store: Store, id: string) {
  for (let cursor: string | undefined; ; ) {
    const page = await findServers(store, id, { limit: PAGE, ...defined({ cursor }) });
    yield page.items;
    if (page.next === null) return;
    cursor = page.next;
  }
}

function withoutBios(check: CheckFacts): CheckFacts {
  const shorter = (side: Side): Side => {
    if (!side.account.known) return side;
    const { about: _, ...value } = side.account.value;
    return { ...side, account: { ...side.account, value } };
  };
  return { ...check, old: shorter(check.old), targets: check.targets.map(shorter) };
}

function withoutStrangers(facts: ServerFacts, known: ReadonlySet<string>): ServerFacts {
  const shorter = (said: AskedAbout): AskedAbout =>
    said.view?.known ? { ...said, view: { ...said.view, value: knownOnly(said.view.value, known) } } : said;
  const onTarget: Record<TargetKey, AskedAbout> = {};
  for (const [key, said] of Object.entries(facts.onTarget)) onTarget[key] = shorter(said);
  return { ...facts, onOld: shorter(facts.onOld), onTarget };
}

function knownOnly(view: View, known: ReadonlySet<string>): View {
  const accts = view.accts.filter((acct) => known.has(acct));
  const others = accts.length < view.accts.length ? [SOMEBODY_ELSE] : [];
  const flagged = Object.entries(view.flagged ?? {}).filter(([acct]) => known.has(acct));
  return {
    ...view,
    accts: [...accts, ...others],
    ...(view.uris ? { uris: view.uris.filter((uri) => known.has(uri)) } : {}),
    ...(view.flagged ? { flagged: Object.fromEntries(flagged) } : {}),
  };
}
