import type { MoreInput, NewCheck } from "#lib/contract/check-input.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { Fields } from "../accounts/addresses.ts";
import { readHandedList } from "./handed-list.ts";
import { beforeRow, joinBefore } from "./list-from-before.ts";

type Input = CheckRow["input"];
type Told = NonNullable<Input["told"]>[number];
export type ReadInput = { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly fields: Fields };

/** What goes into the check's row beside the addresses, on top of what is there. Lists are kept without names. */
export function readInput(given: Omit<MoreInput, "new">, kept: Input, at: string): ReadInput {
  const lists = readLists(given.lists, at);
  const told = readTold(given.told, at);
  const fields = { ...lists.fields, ...told.fields };
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const before = given.before ? joinBefore(kept.before, beforeRow(given.before)) : kept.before;
  const movedAt = given.movedAt ?? kept.movedAt;
  return {
    ok: true,
    input: {
      ...(before ? { before } : {}),
      ...(movedAt ? { movedAt } : {}),
      lists: newest(kept.lists, lists.read),
      told: newest(kept.told, told.read),
    },
  };
}

/** About one server the last word counts. */
const newest = <T extends { readonly server: string }>(kept: readonly T[] = [], given: readonly T[]): readonly T[] => [
  ...kept.filter(({ server }) => !given.some((one) => one.server === server)),
  ...given,
];

type Read<T> = { readonly read: readonly T[]; readonly fields: Fields };

function readLists(lists: NewCheck["lists"] = [], at: string): Read<NonNullable<Input["lists"]>[number]> {
  const all = lists.map(({ server, text }) => ({ host: parseHost(server), list: readHandedList(text) }));
  const fields = all.flatMap(({ host, list }, n) => [
    ...(host.ok ? [] : [[`lists.${n}.server`, `host-${host.why}`]]),
    ...(list ? [] : [[`lists.${n}.text`, "no-list"]]),
  ]);
  return {
    read: all.flatMap(({ host, list }) => (host.ok && list ? [{ server: host.host, list, at }] : [])),
    fields: Object.fromEntries(fields),
  };
}

function readTold(told: MoreInput["told"] = [], at: string): Read<Told> {
  const all = told.map(({ server, onOld, onNew }) => ({
    host: parseHost(server),
    answers: { ...(onOld ? { onOld } : {}), ...(onNew ? { onNew } : {}) },
  }));
  return {
    read: all.flatMap(({ host, answers }) => (host.ok ? [{ server: host.host, at, ...answers }] : [])),
    fields: Object.fromEntries(
      all.flatMap(({ host }, n) => (host.ok ? [] : [[`told.${n}.server`, `host-${host.why}`]])),
    ),
  };
}
