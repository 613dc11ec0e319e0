import { weakest } from "../diagnosis/certainty.ts";
import type { CauseTable } from "../diagnosis/diagnose.ts";
import type { Reached } from "../diagnosis/reach.ts";
import type { Also, Certainty, Outcome, Parts, Towards } from "../diagnosis/verdict.ts";
import type { Person } from "../evidence/person.ts";
import type { TargetKey } from "../names/spellings.ts";
import type { Folded } from "../readings/fold.ts";

/** Counts one server's people towards one target while they are judged. */
export type Counter = {
  count(person: Person, outcome: Outcome): void;
  total(reached: Reached): Towards;
};

export function makeCounter(table: CauseTable, folded: Folded): Counter {
  const everywhere = new Set(table.filter(({ whateverTarget }) => whateverTarget).map(({ id }) => id));
  const numbers = { here: 0, missing: 0, provisional: 0, neither: 0, stayed: 0, both: 0, carried: 0, unlisted: 0 };
  const { key } = folded.context.target;
  const parts = { onOld: 0, onNeither: 0, snapshotHere: 0, snapshotMissing: 0, youFollow: 0 };
  const tallies = { causes: tally(), groups: tally(), reaches: tally(), lost: tally() };
  const certainties: Record<string, Certainty> = {};
  const note = ({ cause, certainty }: Also): void => {
    certainties[cause] = weakest(certainty, certainties[cause] ?? "proven");
  };
  return {
    count(person, outcome) {
      for (const place of placesOf(person, outcome, key)) numbers[place] += 1;
      for (const part of partsOf(person, outcome)) parts[part] += 1;
      if (outcome.cause === null) return;
      tallies.causes.add(outcome.cause);
      if (outcome.group) tallies.groups.add(outcome.group);
      tallies.reaches.add(outcome.reach);
      for (const one of shownBy(outcome)) note(one);
      const lost = heldBy(outcome).find(({ cause }) => everywhere.has(cause));
      if (!lost) return;
      tallies.lost.add(lost.cause);
      note(lost);
    },
    total: ({ reach, certainty }) => ({
      ...numbers,
      parts,
      ...{ reach, reachCertainty: certainty, certainties },
      ...{
        causes: tallies.causes.all,
        groups: tallies.groups.all,
        reaches: tallies.reaches.all,
        lost: tallies.lost.all,
      },
      arrived: folded.context.headCount.here,
      limited: folded.limited,
    }),
  };
}

function tally() {
  const all: Record<string, number> = {};
  return {
    all,
    add(name: string) {
      all[name] = (all[name] ?? 0) + 1;
    },
  };
}

type Place = "here" | "missing" | "provisional" | "neither" | "stayed" | "both" | "carried" | "unlisted";

function placesOf(person: Person, { position, group, provisional }: Outcome, target: TargetKey): readonly Place[] {
  const { before, old } = person;
  const listed = person.in.includes(target) || person.hereAs !== undefined;
  const here = isHere({ position, group });
  const places: Place[] = [here ? "here" : provisional ? "provisional" : "missing"];
  if (position === "neither" && before === "snapshot") places.push("neither");
  if (position === "old-only" && isThere(person)) places.push("stayed");
  if (here && old) places.push("both");
  if (listed && !old) places.push("carried");
  if (here && !listed) places.push("unlisted");
  return places;
}

const isHere = ({ position, group }: Pick<Outcome, "position" | "group">): boolean =>
  position === "here" || group === "here";

function partsOf({ before, old, youFollow }: Person, outcome: Outcome): readonly (keyof Parts)[] {
  const fromSnapshot = before === "snapshot";
  if (isHere(outcome)) return fromSnapshot ? ["snapshotHere"] : [];
  const parts: (keyof Parts)[] = youFollow ? ["youFollow"] : [];
  if (outcome.provisional) return parts;
  if (fromSnapshot) parts.push("snapshotMissing");
  if (old) parts.push("onOld");
  else if (outcome.position === "neither") parts.push("onNeither");
  return parts;
}

/** Who is gone or has moved away himself stays in a list for reasons of his own. */
const isThere = ({ old, home }: Person): boolean =>
  !old?.moved && !old?.suspended && !old?.memorial && !(home?.known && home.value.state !== "alive");

const shownBy = ({ cause, certainty }: Outcome): readonly Also[] =>
  cause !== null && certainty !== null ? [{ cause, certainty }] : [];

const heldBy = (outcome: Outcome): readonly Also[] => [
  ...shownBy(outcome),
  ...outcome.also.filter(({ certainty }) => certainty !== "possible"),
];
