import type { BeforeInput, CheckCreated, NewCheck } from "#lib/contract/check-input.ts";
import { STEP_IDS } from "#lib/contract/check-state.ts";
import type { Person } from "#lib/domain/evidence.ts";
import { parseHandle } from "#lib/domain/handle.ts";
import { createCheck as insertCheck } from "#lib/store/checks.ts";
import { savePeople } from "#lib/store/people.ts";
import { asOwner } from "#lib/store/write.ts";
import { type Fields, readAddresses } from "./addresses.ts";
import type { CheckDeps } from "./deps.ts";
import { hashKey, newId, newKey } from "./keys.ts";

const DAY = 86_400_000;
/** A plan takes months; its snapshot is what the check after the move lives on. */
const PLANNED_DAYS = 180;

export type Created =
  | { readonly ok: true; readonly created: CheckCreated }
  | { readonly ok: false; readonly fields: Fields };

export async function createCheck(deps: CheckDeps, input: NewCheck): Promise<Created> {
  const read = readAddresses(input);
  if (!read.ok) return read;
  const [id, key, now] = [newId(), newKey(), deps.now()];
  const days =
    input.mode === "planned" ? Math.max(PLANNED_DAYS, deps.settings.retentionDays) : deps.settings.retentionDays;
  await insertCheck(deps.store, {
    id,
    keyHash: hashKey(key),
    mode: input.mode,
    old: read.old,
    targets: read.targets,
    input: inputRow(input),
    steps: STEP_IDS.map((step) => ({ id: step, done: 0, total: null })),
    proof: { state: deps.settings.proof === "off" ? "off" : "missing" },
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * DAY),
  });
  await saveBefore(deps, id, input.before);
  await deps.wake(id);
  return { ok: true, created: { id, key, url: `${deps.settings.publicUrl}/check/${id}#key=${key}` } };
}

function inputRow(input: NewCheck) {
  const { before, lists } = input;
  const movedAt = input.mode === "moved" ? input.movedAt : undefined;
  return {
    ...(before ? { before: beforeRow(before) } : {}),
    ...(lists ? { lists } : {}),
    ...(movedAt ? { movedAt } : {}),
  };
}

function beforeRow({ count, kind, takenAt, handles }: BeforeInput) {
  return {
    ...sizeOf(count, kind, handles),
    ...(handles?.length ? { kind: kind ?? ("list" as const) } : {}),
    ...(takenAt ? { takenAt } : {}),
  };
}

/** A snapshot's size is its own; any other number is what the mover says. */
function sizeOf(count: number | undefined, kind: BeforeInput["kind"], handles: readonly string[] | undefined) {
  if (kind === "snapshot" && handles?.length) return { count: knownBefore(handles, kind).length };
  return count === undefined ? {} : { count };
}

async function saveBefore(deps: CheckDeps, id: string, before: BeforeInput | undefined): Promise<void> {
  if (!before?.handles?.length) return;
  const people = knownBefore(before.handles, before.kind ?? "list");
  await asOwner(deps.store, id, deps.now(), (on) => savePeople(on, people));
}

/** Lines that are no addresses are passed over: a file has headers and notes. */
export function knownBefore(handles: readonly string[], before: NonNullable<Person["before"]>): readonly Person[] {
  return handles.flatMap((text) => {
    const parsed = parseHandle(text);
    return parsed.ok ? [{ acct: parsed.handle.acct, server: parsed.handle.host, before, in: [] }] : [];
  });
}
