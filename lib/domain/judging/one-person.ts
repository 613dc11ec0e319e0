import { factsOf } from "#lib/software/index.ts";
import type { ServerFacts } from "../evidence/evidence.ts";
import type { Person } from "../evidence/person.ts";

/**
 * A block by a server of one is that person's own decision, and is shown without name, reason or contact. Two people of
 * ours are not one, whatever the server counts, and few who are active are not few who live there. Where its number is
 * hidden, one person of ours and nothing that shows a second one is taken for its only one.
 */
export function isOnePerson(server: ServerFacts, people: readonly Person[]): boolean {
  const { nodeinfo } = server;
  // Made-up numbers look like any other.
  const told = nodeinfo?.known && !factsOf(nodeinfo.value.software.name)?.inventsCounts ? nodeinfo.value : undefined;
  const { users, activeUsers = 0 } = told ?? {};
  if (people.length > 1 || activeUsers > 1) return false;
  return users === undefined ? people.length === 1 && !showsOthers(server, people) : users <= 1;
}

/** Others of it follow one of the two accounts, or it takes new people in. */
function showsOthers({ nodeinfo, arrived, onOld, onTarget }: ServerFacts, people: readonly Person[]): boolean {
  const views = [onOld, ...Object.values(onTarget)].flatMap(({ view }) => (view?.known ? view.value.accts : []));
  const met = new Set([...views, ...people.map(({ acct }) => acct)]);
  const came = Object.values(arrived ?? {}).some((count) => count > 1);
  return met.size > 1 || came || (nodeinfo?.known === true && nodeinfo.value.openRegistrations === true);
}
