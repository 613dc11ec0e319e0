import type { FollowedServers, Report } from "#lib/contract/report.ts";
import type { FollowedWhy } from "#lib/domain/diagnosis/verdict.ts";
import { countFollowed, followedAt } from "#lib/domain/judging/followed.ts";
import { isAddress } from "#lib/domain/names/address.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { type FollowedHost, followedHosts, followedAt as peopleAt } from "#lib/store/check/followed.ts";
import type { Store } from "#lib/store/open/store.ts";
import { NOBODY } from "../accounts/resolve.ts";
import { placeIn } from "../followed/place.ts";

const ALL_SERVERS = 100_000;

/** Whether the owner wants to know about those whom he follows, and the check has a move before it. */
const isWanted = ({ mode, input }: CheckRow): boolean => mode === "planned" && input.following !== undefined;

export const keysOf = ({ facts }: CheckRow): readonly string[] =>
  (facts?.targets ?? []).flatMap(({ key }) => (key === NOBODY.key ? [] : [key]));

type Counted = Pick<Report, "following"> & {
  readonly at: (key: string) => Pick<NonNullable<Report["candidates"]>[number], "following">;
};

/** In numbers, which name nobody. */
export async function countAllFollowed(store: Store, row: CheckRow): Promise<Counted> {
  if (!isWanted(row)) return { at: () => ({}) };
  const hosts = await followedHosts(store, row.id, ALL_SERVERS);
  const total = hosts.reduce((sum, { people }) => sum + people, 0);
  return {
    following: { total, servers: hosts.length, ...stateOf(row) },
    at: (key) => ({ following: countFollowed(key, hosts) }),
  };
}

function stateOf(row: CheckRow): Pick<NonNullable<Report["following"]>, "from" | "state" | "gap"> {
  if (row.input.following?.handedIn !== undefined) return { from: "file", state: "read" };
  const { ended, read, signedIn } = placeIn(row);
  const from = signedIn ? "signed-in" : "public";
  if (!ended) return { from, state: "reading" };
  return { from, state: ended.complete ? "read" : read > 0 ? "part" : "unread", ...defined({ gap: ended.gap }) };
}

/** Decided by a person where the server has no other. */
const PERSONAL: ReadonlySet<FollowedWhy> = new Set(["they-block", "they-limit", "they-name-whom", "they-suspend-you"]);

const isOwnDecision = ({ onePerson, followed = {} }: FollowedHost): boolean =>
  onePerson && Object.values(followed).some(({ why }) => why.some((one) => PERSONAL.has(one)));

/** By name, for the account's owner alone. */
export async function readFollowed(store: Store, row: CheckRow): Promise<FollowedServers> {
  if (!isWanted(row)) return { servers: [], unlisted: 0 };
  const hosts = await followedHosts(store, row.id, ALL_SERVERS);
  const [own, shown] = [hosts.filter(isOwnDecision), hosts.filter((one) => !isOwnDecision(one))];
  const people = await peopleAt(
    store,
    row.id,
    shown.map(({ host }) => host),
  );
  const keys = keysOf(row);
  return {
    servers: shown.map((one) => ({
      ...{ host: one.host, count: one.people },
      people: (people.get(one.host) ?? []).filter((acct) => !isAddress(acct)),
      at: Object.fromEntries(
        keys.map((key) => {
          const { why, ...found } = followedAt(one, key);
          return [key, { ...found, why: [...why] }];
        }),
      ),
    })),
    unlisted: own.reduce((sum, one) => sum + one.people, 0),
  };
}
