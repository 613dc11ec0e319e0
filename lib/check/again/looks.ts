import { createHash } from "node:crypto";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { HistoryRow } from "#lib/store/tables/types.ts";

const DAY = 86_400_000;
/** Days from one look to the next: 1, 3 and 7 days after the check was made. */
const FIRST = [1, 2, 4] as const;
const WEEK = 7;
/** Of the time to the next look; so that checks made at the same moment look one after the other. */
const SPREAD = 1 / 8;

export type Looking = Pick<
  CheckRow,
  "id" | "mode" | "state" | "looks" | "looksWanted" | "proof" | "history" | "expiresAt"
>;

/** A check looks again by itself where somebody has shown that it is his, or has asked for it. */
export const looksOn = ({ looksWanted, proof }: Pick<Looking, "looksWanted" | "proof">): boolean =>
  looksWanted ?? proof.state === "proven";

/** After 1, 3 and 7 days, then weekly while numbers change, until the check expires. Null: it does not look again. */
export function nextLook(row: Looking): Date | null {
  const last = row.history.at(-1);
  if (!looksOn(row) || row.mode !== "moved" || !last || last.missing === 0) return null;
  if (row.looks >= FIRST.length && isSame(last, row.history.at(-2))) return null;
  const due = new Date(Date.parse(last.at) + waitOf(row));
  return due < row.expiresAt ? due : null;
}

/** Somebody asks for it now: a look that was due meanwhile comes at once, and one that was given up in a week. */
export function lookAfterAll(row: Looking, now: Date): Date | null {
  const asked = { ...row, looksWanted: true };
  const due = nextLook(asked) ?? nextLook({ ...asked, history: row.history.slice(-1) });
  return due && due < now ? now : due;
}

/** The same at every reckoning, and different from check to check. */
function waitOf({ id, looks }: Pick<Looking, "id" | "looks">): number {
  const wait = (FIRST[looks] ?? WEEK) * DAY;
  const part = createHash("sha256").update(`${id} ${looks}`).digest().readUInt32BE() / 2 ** 32;
  return Math.round(wait * (1 + SPREAD * part));
}

const isSame = (now: HistoryRow, before: HistoryRow | undefined): boolean =>
  before !== undefined &&
  now.missing === before.missing &&
  now.here === before.here &&
  now.newList === before.newList &&
  now.changed !== true;
