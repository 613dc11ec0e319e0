import type { Host, OldRow, Person } from "#lib/domain/evidence/evidence.ts";
import { isMover } from "#lib/domain/move/mover.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import type { ListName, RunState } from "../state/run-state.ts";

/** Longer addresses than this are nobody's. */
const LONGEST = 1_000;

/**
 * A row as a person. Who stood at the same address in another row is the same person, whatever the handle beside it;
 * where no row told a handle the address stands for one. The mover's own two accounts may follow each other: neither is
 * a follower.
 */
export function personOf(runState: RunState, which: ListName, row: Row): Person[] {
  const { acct: given, uri: address, display, ...flags } = row;
  const uri = address !== undefined && address.length <= LONGEST && hostIn(address) ? address : undefined;
  const acct = (uri === undefined ? undefined : runState.uris.get(uri)) ?? given ?? uri;
  if (acct === undefined || isMover({ acct, ...(uri === undefined ? {} : { uri }) }, runState.facts)) return [];
  if (uri !== undefined && acct !== uri) runState.uris.set(uri, acct);
  const key = runState.facts.targets[0]?.key;
  const { reading } = runState.row;
  return [
    {
      ...{ acct, server: serverIn(acct, uri) },
      ...(uri === undefined ? {} : { uri }),
      ...(display === undefined ? {} : { display }),
      ...(which === "old"
        ? { old: { ...flags, ...(reading > 0 ? { reading } : {}) } satisfies OldRow, in: [] }
        : { in: key === undefined ? [] : [key] }),
    },
  ];
}

const serverIn = (acct: string, uri: string | undefined): Host =>
  acct === uri ? (hostIn(acct) ?? "") : serverOf(acct);

function hostIn(address: string): Host | undefined {
  const url = URL.parse(address);
  const host = url?.protocol === "https:" && url.port === "" ? parseHost(url.hostname) : undefined;
  return host?.ok ? host.host : undefined;
}
