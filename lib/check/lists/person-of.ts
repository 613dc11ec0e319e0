import type { Acct, OldRow, Person } from "#lib/domain/evidence/evidence.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import type { ListName, RunState } from "../state/run-state.ts";

/**
 * A row as a person. Lists by address alone meet those by handle through the address; where that list came first, the
 * name is a guess until both have ended.
 */
export function personOf(runState: RunState, which: ListName, row: Row): Person[] {
  const { acct: given, guessed, uri, display, ...flags } = row;
  const met = uri === undefined ? undefined : runState.uris.get(uri);
  const sure = guessed ? met : (given ?? met);
  const acct = sure ?? given ?? (uri === undefined ? undefined : nameless(uri));
  if (!acct) return [];
  if (uri && sure) runState.uris.set(uri, sure);
  const server = serverOf(acct);
  const key = runState.facts.targets[0]?.key;
  return [
    {
      ...{ acct, server },
      ...(sure ? {} : { guessed: true as const }),
      ...(uri === undefined ? {} : { uri }),
      ...(display === undefined ? {} : { display }),
      ...(which === "old" ? { old: flags satisfies OldRow, in: [] } : { in: key === undefined ? [] : [key] }),
    },
  ];
}

/** Some softwares name people by a number in the address. It stands for the name until somebody's list says more. */
function nameless(uri: string): Acct | undefined {
  const url = URL.parse(uri);
  const last = url?.pathname.split("/").filter(Boolean).at(-1);
  return url && last ? `${last.toLowerCase()}@${url.hostname}` : undefined;
}
