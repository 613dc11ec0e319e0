import type { AskedAbout, SaidBy } from "#lib/domain/evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known, NOT_ASKED, type Source } from "#lib/domain/evidence/fact.ts";
import type { OldRow, Person } from "#lib/domain/evidence/person.ts";
import type { Ability } from "#lib/domain/evidence/server.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";

/** Evidence to test with: a move that went well, and servers about which nothing was asked. */
export const NOW = "2026-06-30T12:00:00.000Z";
const SOURCE: Source = { kind: "network", url: "https://far.example/", at: NOW, status: 200 };
export const TARGET = "new.example";

export const is = <T>(value: T): Fact<T> => known(value, SOURCE);
export const whole = <T>(value: T): Fact<T> => ({ known: true, value, source: SOURCE, complete: true });
export const not = gap;

export const OPEN: Stance = { inbound: "open", outbound: "open", basis: "list" };
export const BLOCKED: Stance = { inbound: "blocked", outbound: "blocked", basis: "list", match: "digest" };
export const PARENT: Stance = { ...BLOCKED, match: "parent" };
export const MASKED: Stance = { ...BLOCKED, match: "pattern" };
export const LEFT_OUT: Stance = { ...BLOCKED, match: "exact", allowList: true };
export const STOPPED: Stance = { ...BLOCKED, inbound: "open", match: "exact" };
export const LIMITED: Stance = { ...OPEN, match: "digest", limited: true };

const side = (user: string, host: string): Side => ({
  key: host,
  ...{ host, webHost: host, acct: `${user}@${host}` },
  software: is({ name: "mastodon", version: "4.6.5" }),
  account: is({ acct: `${user}@${host}`, uri: `https://${host}/users/${user}`, movedTo: null, locked: false }),
  actor: is({ uri: `https://${host}/users/${user}`, movedTo: null, alsoKnownAs: [], locked: false }),
  list: whole({ read: 100 }),
  limitedFederation: is(false),
});

export const OLD: Side = {
  ...side("alice", "old.example"),
  account: is({ acct: "alice@old.example", uri: "https://old.example/users/alice", movedTo: "alice@new.example" }),
  actor: is({ uri: "https://old.example/users/alice", movedTo: "https://new.example/users/alice" }),
};
export const NEW: Side = {
  ...side("alice", TARGET),
  actor: is({
    uri: "https://new.example/users/alice",
    movedTo: null,
    alsoKnownAs: ["https://old.example/users/alice"],
    locked: false,
  }),
};

/** A hundred days old, so nobody is on the way any more. */
const LONG_AGO = "2026-03-22T12:00:00.000Z";

export const check = (change: Partial<CheckFacts> = {}): CheckFacts => ({
  mode: "moved",
  now: NOW,
  old: OLD,
  targets: [NEW],
  before: { is: "unknown" },
  movedAt: known(LONG_AGO, { kind: "told", at: NOW }),
  ...change,
});

export const ABILITIES = {
  mastodon: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: false, certainty: "proven" },
  gotosocial: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: false, certainty: "proven" },
  misskey: { onMove: "carries-out", needsMovedTo: true, keepsOldFollow: true, certainty: "proven" },
  hollo: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: true, certainty: "proven" },
  akkoma: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: false, certainty: "proven" },
  lemmy: { onMove: "ignores", needsMovedTo: false, keepsOldFollow: false, certainty: "proven" },
  bookwyrm: { onMove: "notifies", needsMovedTo: false, keepsOldFollow: false, certainty: "likely" },
  sharkey: { onMove: "carries-out", needsMovedTo: true, keepsOldFollow: true, certainty: "likely" },
  pleroma: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: false, certainty: "likely" },
  friendica: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: true, certainty: "proven" },
  pixelfed: { onMove: "carries-out", needsMovedTo: true, keepsOldFollow: false, certainty: "likely" },
  snac: { onMove: "carries-out", needsMovedTo: false, keepsOldFollow: false, certainty: "likely" },
  wordpress: { onMove: "ignores", needsMovedTo: true, keepsOldFollow: false, certainty: "likely" },
  ghost: { onMove: "unknown", needsMovedTo: false, keepsOldFollow: false, certainty: "likely" },
} as const satisfies Record<string, Ability>;
export type SampleSoftware = keyof typeof ABILITIES;

export type SampleFacts = {
  readonly onOld?: AskedAbout;
  readonly onTarget?: AskedAbout;
  readonly byOld?: SaidBy;
  readonly byTarget?: SaidBy;
};

export function server(
  name: SampleSoftware | null,
  { onOld = {}, onTarget = {}, byOld = {}, byTarget = {} }: SampleFacts = {},
  change: Partial<ServerFacts> = {},
): ServerFacts {
  const runs = name && {
    nodeinfo: is({ software: { name, version: "4.6.5" }, users: 900 }),
    ability: is(ABILITIES[name]),
    life: is({ state: "alive" as const }),
    // Asked once of every Misskey: it may talk to named servers only.
    ...(name === "misskey" || name === "sharkey" ? { instance: is({ federation: "all" as const }) } : {}),
  };
  return {
    host: "far.example",
    ...(runs ?? { nodeinfo: NOT_ASKED }),
    ...{ onOld, byOld },
    onTarget: { [TARGET]: onTarget },
    byTarget: { [TARGET]: byTarget },
    ...change,
  };
}

/** A row as Mastodon serves it, of an account that is alive and has not moved. */
export const ROW: OldRow = { bot: false, locked: false, moved: null };

export const person = (user: string, change: Partial<Person> = {}): Person => {
  const host = change.server ?? "far.example";
  return { acct: `${user}@${host}`, server: host, old: ROW, in: [], ...change };
};
/** On neither list; only a snapshot still knows them. */
export const fromSnapshot = (user: string, change: Partial<Person> = {}): Person => {
  const { old: _, ...rest } = person(user, change);
  return { ...rest, before: "snapshot" };
};
