import type { MoreInput, NewCheck } from "#lib/contract/check-input.ts";
import { type ParsedHost, parseHost } from "#lib/domain/names/host.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { Fields } from "../accounts/addresses.ts";
import { readHandedList } from "./handed-list.ts";
import { beforeRow, joinBefore } from "./list-from-before.ts";

type Input = CheckRow["input"];
type Told = NonNullable<Input["told"]>[number];
export type ReadInput = { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly fields: Fields };

/** What goes into the check's row beside the addresses, on top of what is there. Lists are kept without names. */
export async function readInput(
  given: Omit<MoreInput, "new">,
  kept: Input,
  at: string,
  people = 0,
): Promise<ReadInput> {
  const lists = await readLists(given.lists, at);
  const told = readTold(given.told, at);
  const fields = { ...lists.fields, ...told.fields };
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const joined = newest(kept.lists, lists.read);
  if (rowsIn(joined) > MOST_ROWS) return { ok: false, fields: { lists: "too-many" } };
  const words = newest(kept.told, told.read);
  if (words.length > MOST_TOLD) return { ok: false, fields: { told: "too-many" } };
  const before = given.before ? joinBefore(kept.before, beforeRow(given.before, people)) : kept.before;
  const movedAt = given.movedAt ?? kept.movedAt;
  return {
    ok: true,
    input: {
      ...kept,
      ...defined({ before }),
      ...defined({ movedAt }),
      lists: joined,
      told: words,
    },
  };
}

/** About one server the last word counts. */
const newest = <T extends { readonly server: string }>(kept: readonly T[] = [], given: readonly T[]): readonly T[] => [
  ...kept.filter(({ server }) => !given.some((one) => one.server === server)),
  ...given,
];

/** Of all lists of a check together: the row that holds them is read at every step. */
const MOST_ROWS = 100_000;
/** Servers of which somebody told what they do, over all calls. They stand in that row too. */
const MOST_TOLD = 5_000;
const rowsIn = (lists: NonNullable<Input["lists"]>): number =>
  lists.reduce((sum, { list }) => sum + list.rows.length, 0);

type ReadPart<T> = { readonly read: readonly T[]; readonly fields: Fields };

async function readLists(
  lists: NewCheck["lists"] = [],
  at: string,
): Promise<ReadPart<NonNullable<Input["lists"]>[number]>> {
  const all: { host: ParsedHost; list: Awaited<ReturnType<typeof readHandedList>> }[] = [];
  for (const { server, text } of lists) {
    all.push({ host: parseHost(server), list: await readHandedList(text) });
  }
  const fields = all.flatMap(({ host, list }, n) => [
    ...(host.ok ? [] : [[`lists.${n}.server`, `host-${host.why}`]]),
    ...(list === null ? [[`lists.${n}.text`, "no-list"]] : list === "too-long" ? [[`lists.${n}.text`, list]] : []),
  ]);
  return {
    read: all.flatMap(({ host, list }) =>
      host.ok && list && list !== "too-long" ? [{ server: host.host, list, at }] : [],
    ),
    fields: Object.fromEntries(fields),
  };
}

function readTold(told: MoreInput["told"] = [], at: string): ReadPart<Told> {
  const all = told.map(({ server, onOld, onNew }) => ({
    host: parseHost(server),
    answers: defined({ onOld, onNew }),
  }));
  return {
    read: all.flatMap(({ host, answers }) => (host.ok ? [{ server: host.host, at, ...answers }] : [])),
    fields: Object.fromEntries(
      all.flatMap(({ host }, n) => (host.ok ? [] : [[`told.${n}.server`, `host-${host.why}`]])),
    ),
  };
}
