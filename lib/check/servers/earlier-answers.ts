import type { Person } from "#lib/domain/evidence/person.ts";

/** What was found out about single people earlier than a recheck allows has to be asked for again. */
export type EarlierHomes = {
  /** Without it, so that it settles nothing. */
  readonly people: readonly Person[];
  /** Those of them who are missing, the oldest answer first. */
  readonly again: readonly Person[];
};

export function earlierHomes(all: readonly Person[], notBefore: Date | undefined): EarlierHomes {
  if (!notBefore) return { people: all, again: [] };
  const early = notBefore.toISOString();
  const isEarlier = (person: Person): boolean => person.home !== undefined && askedAt(person) < early;
  const again = all
    .filter((person) => isEarlier(person) && person.in.length === 0)
    .sort((one, other) => (askedAt(one) < askedAt(other) ? -1 : 1));
  return { people: all.map((person) => (isEarlier(person) ? withoutHome(person) : person)), again };
}

/** A gap nobody can date counts as old. */
const askedAt = ({ home }: Person): string => home?.source?.at ?? "";
const withoutHome = ({ home: _, ...person }: Person): Person => person;
