import type { OldRow, Person } from "#lib/domain/evidence/person.ts";
import { isMover } from "#lib/domain/move/mover.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import { LONGEST_ADDRESS } from "#lib/fediverse/question/lenient-fields.ts";
import { defined } from "#lib/flow/defined.ts";
import type { ListName, RunState } from "../state/run-state.ts";

/**
 * A row as a person. Who stood at the same address in another row is the same person, whatever the handle beside it;
 * where no row told a handle the address stands for one. The mover's own two accounts may follow each other: neither is
 * a follower.
 */
export function personOf(runState: RunState, which: ListName, row: Row): Person[] {
  const { acct: given, uri: address, display, ...flags } = row;
  const uri = addressOf(address);
  const acct = (uri === undefined ? undefined : runState.uris.get(uri)) ?? given ?? uri;
  if (acct === undefined || isMover({ acct, ...defined({ uri }) }, runState.facts)) return [];
  if (uri !== undefined && acct !== uri) runState.uris.set(uri, acct);
  const person = { acct, server: serverIn(acct, uri), ...defined({ uri, display }) };
  return [{ ...person, ...standing(runState, which, flags) }];
}

/** In the old list with what it shows, or in the new one. Rows of a later reading say which one. */
function standing({ facts, row: { reading } }: RunState, which: ListName, flags: OldRow): Pick<Person, "old" | "in"> {
  if (which === "old") return { old: { ...flags, ...(reading > 0 ? { reading } : {}) }, in: [] };
  const key = facts.targets[0]?.key;
  return { in: key === undefined ? [] : [key] };
}

const addressOf = (address: string | undefined): string | undefined =>
  address !== undefined && address.length <= LONGEST_ADDRESS && hostIn(address) ? address : undefined;

const serverIn = (acct: string, uri: string | undefined): Host =>
  acct === uri ? (hostIn(acct) ?? "") : serverOf(acct);

function hostIn(address: string): Host | undefined {
  const url = URL.parse(address);
  const host = url?.protocol === "https:" && url.port === "" ? parseHost(url.hostname) : undefined;
  return host?.ok ? host.host : undefined;
}
