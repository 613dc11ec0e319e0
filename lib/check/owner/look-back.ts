import { STEP_IDS } from "#lib/contract/check-state.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { type CheckRow, createCheck as insertCheck, patchCheck, readCheck, rowOf } from "#lib/store/check/checks.ts";
import { findServers } from "#lib/store/check/find-servers.ts";
import type { PersonRow } from "#lib/store/check/people/people.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { namesPeople } from "../accounts/proof.ts";
import { pages } from "../report/export.ts";
import { summariesOf } from "../report/read-report.ts";
import { suggestionsFrom } from "../report/suggestions.ts";
import type { CheckDeps } from "../state/deps.ts";
import { stepOf } from "../state/run-state.ts";
import { type Created, placeOf } from "./create.ts";
import { hashKey, newId, newKey, sameKey } from "./keys.ts";
import { saveBefore } from "./save-before.ts";

/** The new account's server, and so many others. */
const OTHERS = 4;
const MOST_SERVERS = 20_000;
const READ = stepOf("old");

export type LookedBack = Created | { readonly there: string } | "not-now";
/** The key that its owner has for an earlier comparison; null where he has none. */
export type KeyFor = (id: string) => string | null;

/**
 * Whether another server would have been better: a planned check of the same account, about the new server and those
 * where most of its followers are, as if the move had not been made. What the check of the move has read is not asked
 * again: both accounts, the old list and its people go along, and the answers of servers are remembered for all checks.
 */
export async function lookBack(deps: CheckDeps, row: CheckRow, keyFor: KeyFor): Promise<LookedBack> {
  const there = await comparisonOf(deps, row, keyFor);
  if (there) return { there };
  const target = row.facts?.targets[0]?.acct;
  if (row.mode !== "moved" || row.state !== "done" || !row.facts || !target || !namesPeople(row)) return "not-now";
  const servers = summariesOf((await findServers(deps.store, row.id, { limit: MOST_SERVERS })).items);
  const others = suggestionsFrom(servers, [row.facts.old, ...row.facts.targets]).slice(0, OTHERS);
  const [id, key] = [newId(), newKey()];
  await insertCheck(deps.store, {
    ...{ id, keyHash: hashKey(key), mode: "planned", old: row.old },
    targets: [target, ...others.map(({ host }) => host)],
    input: { ...inputOf(row), lookedBackFrom: row.id },
    steps: STEP_IDS.map((step) => row.steps.find(({ id }) => id === step && step === READ) ?? nothing(step)),
    ...{ cursor: { [READ]: row.cursor[READ] }, earlier: row.facts, proof: row.proof },
    // It knows nothing that the check of the move does not, and is kept no longer.
    ...{ createdAt: deps.now(), expiresAt: row.expiresAt },
  });
  for await (const page of pages(deps.store, row.id)) await saveBefore(deps, id, page.map(asBefore));
  await remember(deps, row.id, id);
  await deps.wake(id);
  return { ok: true, created: { id, key, url: placeOf(deps, id, key) } };
}

const nothing = (id: string) => ({ id, done: 0, total: null });

async function comparisonOf({ store }: CheckDeps, { input }: CheckRow, keyFor: KeyFor): Promise<string | undefined> {
  const id = input.lookedBackTo;
  const key = id === undefined ? null : keyFor(id);
  const there = id !== undefined && key !== null ? await readCheck(store, id) : undefined;
  return there && key !== null && sameKey(key, there.keyHash) ? id : undefined;
}

/** What somebody was told about the new server holds for no other. */
function inputOf({ input: { before, lists = [], told = [] } }: CheckRow): CheckRow["input"] {
  const ofOld = told.map(({ onNew: _, ...answer }) => answer);
  return { before: { kind: "list", ...before }, lists, told: ofOld };
}

/** Known from before, and standing in no new list: no move has been made in this check. */
function asBefore({ person: { hereAs: _hereAs, notHereAs: _notHereAs, waits: _waits, ...person } }: PersonRow): Person {
  const { old } = person;
  return { ...person, ...(old ? { old: { ...old, reading: 0 } } : {}), before: person.before ?? "list", in: [] };
}

async function remember(deps: CheckDeps, id: string, lookedBackTo: string): Promise<void> {
  await asOwner(deps.store, id, deps.now(), async (on) => {
    const there = await rowOf(on);
    if (there) await patchCheck(on, { input: { ...there.input, lookedBackTo } });
  });
}
