import { defined } from "#lib/flow/defined.ts";
import { factsOf } from "#lib/software/index.ts";
import type { Flags, Home, OldRow, Person } from "../evidence/person.ts";
import { isAddress } from "../names/address.ts";
import type { Acct } from "../names/spellings.ts";
import { type Context, listed } from "./context.ts";
import type { Reading, Readings } from "./reading.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

/** The follower's own account. What its own server says beats a copy of it in OLD's list. */
export function foldHome(
  person: Person,
  arrived: Reading<boolean>,
  { check, family }: Pick<Context, "check" | "family">,
  flags: RowFlags,
): Reading<Readings["home"]> {
  const sought = (home: Readings["home"]) => {
    const found = asSought(person, arrived, home);
    const before = check.mode === "planned" && family === "mastodon";
    return before && isActedFor(person, found) ? { ...found, mayBeCarried: true as const } : found;
  };
  if (person.home?.known) {
    const because = [{ fact: "home", own: { value: person.home.value, source: person.home.source } }];
    const value = sought(underNewName(homeOf(person.home.value), person.hereAs));
    // That he moved may be somebody else's word.
    const ownWord = isWord(person.home) && !(person.hereAs && person.home.value.state !== "moved");
    return { known: true, value, certainty: ownWord ? "proven" : "likely", because };
  }
  const [inView, inOld] = [flags.fromView(person.acct), flags.fromOld(person.old)];
  const row = inView ?? inOld;
  if (!row && !person.hereAs) return unread(gapsOf(person.home));
  const said = row ? stateOf(row) : { state: "moved" as const };
  const value = sought(underNewName(said, person.hereAs));
  const because = inView ? [{ fact: "onOld.view" }] : [listed(check.old, "old.list", inOld ?? null, check.now)];
  return { known: true, value, certainty: "likely", because };
}

/**
 * A Mastodon acts for accounts that are kept in memory of somebody, and for those it suspended without others having
 * heard of it. Whether it tells a suspension from a deletion depends on its version.
 */
const isActedFor = ({ old }: Person, { state, how }: Readings["home"]): boolean =>
  state === "gone" && how !== "deleted" && old?.suspended !== true;

/** 410 says that somebody was there and is gone; who is not found may never have stood there, or under another name. */
const isWord = ({ value, source }: Extract<NonNullable<Person["home"]>, { known: true }>): boolean =>
  value.state !== "deleted" || source.status === 410 || (source.status ?? 0) < 400;

/**
 * A handle is looked for among those of the new list, where there is one to look through; an address may be a key that
 * only its own server knows.
 */
function asSought({ notHereAs }: Person, arrived: Reading<boolean>, home: Readings["home"]): Readings["home"] {
  const { state, movedTo, hereAs } = home;
  if (state !== "moved" || hereAs !== undefined) return home;
  const byAddress = movedTo === undefined || isAddress(movedTo);
  const wasSought = arrived.known && (!byAddress || (movedTo !== undefined && movedTo === notHereAs));
  return wasSought ? home : { ...home, unsought: true };
}

/** A person who stands in the new list under another name moved, no matter what became of the account he left. */
const underNewName = ({ how, ...home }: Readings["home"], hereAs: Acct | undefined): Readings["home"] =>
  hereAs ? { ...home, state: "moved", hereAs } : { ...home, ...defined({ how }) };

function homeOf({ state, movedTo }: Home): Readings["home"] {
  if (state === "alive") return { state };
  return state === "moved" ? { state, ...defined({ movedTo: movedTo || undefined }) } : { state: "gone", how: state };
}

/** A row shows a deleted account as suspended, too. */
function stateOf({ moved, suspended, memorial }: Flags): Readings["home"] {
  if (suspended || memorial) return { state: "gone", how: memorial ? "memorial" : "closed" };
  return moved ? { state: "moved", movedTo: moved } : { state: "alive" };
}

export type RowFlags = {
  readonly fromOld: (row: OldRow | undefined) => Flags | undefined;
  readonly fromView: (acct: Acct) => Flags | undefined;
};

export function flagsOf({ check, aboutOld }: Context): RowFlags {
  const { software } = check.old;
  const flagging = software.known && factsOf(software.value.name)?.flagsRows === true;
  const view = aboutOld.view?.known ? aboutOld.view.value : undefined;
  const inView = new Set(view?.flagged ? view.accts : []);
  return {
    fromOld: (row) => (row && tells(row, flagging) ? row : undefined),
    fromView: (acct) => (inView.has(acct) ? (view?.flagged?.[acct] ?? {}) : undefined),
  };
}

/** A row of an ActivityPub collection is a bare address: without any field of an account it says nothing. */
const tells = (row: OldRow, flagging: boolean): boolean =>
  row.moved !== undefined ||
  row.suspended === true ||
  row.memorial === true ||
  (flagging && (row.bot !== undefined || row.locked !== undefined));
