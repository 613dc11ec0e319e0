import type { CheckCreated, NewCheck } from "#lib/contract/check-input.ts";
import { STEP_IDS } from "#lib/contract/check-state.ts";
import { createCheck as insertCheck } from "#lib/store/check/checks.ts";
import { type Fields, readAddresses } from "../accounts/addresses.ts";
import type { CheckDeps } from "../state/deps.ts";
import { hashKey, newId, newKey } from "./keys.ts";
import { knownBefore } from "./list-from-before.ts";
import { readInput } from "./read-input.ts";
import { saveBefore } from "./save-before.ts";

const DAY = 86_400_000;
type KeptDays = Pick<CheckDeps["settings"], "plannedDays" | "retentionDays">;

export type Created =
  | { readonly ok: true; readonly created: CheckCreated }
  | { readonly ok: false; readonly fields: Fields };

export const keptUntil = (made: Date, mode: NewCheck["mode"], { plannedDays, retentionDays }: KeptDays): Date =>
  new Date(made.getTime() + (mode === "planned" ? plannedDays : retentionDays) * DAY);

export async function createCheck(deps: CheckDeps, input: NewCheck): Promise<Created> {
  const read = readAddresses(input);
  if (!read.ok) return read;
  const people = await knownBefore(input.before ?? {});
  const more = await readInput(input, {}, deps.now().toISOString(), people.length);
  if (!more.ok) return more;
  const [id, key, now] = [newId(), newKey(), deps.now()];
  await insertCheck(deps.store, {
    id,
    keyHash: hashKey(key),
    mode: input.mode,
    old: read.old,
    targets: read.targets,
    input: more.input,
    steps: STEP_IDS.map((step) => ({ id: step, done: 0, total: null })),
    proof: { state: deps.settings.proof === "off" ? "off" : "missing" },
    createdAt: now,
    expiresAt: keptUntil(now, input.mode, deps.settings),
  });
  await saveBefore(deps, id, people);
  await deps.wake(id);
  return { ok: true, created: { id, key, url: placeOf(deps, id, key) } };
}

/** The private link. */
export const placeOf = ({ settings }: CheckDeps, id: string, key: string): string =>
  `${settings.publicUrl}/check/${id}#key=${key}`;
