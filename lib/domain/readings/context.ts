import { defined } from "#lib/flow/defined.ts";
import { familyOf, familyOfFact } from "#lib/software/family.ts";
import type { Traits } from "#lib/software/traits.ts";
import { traitsOf, traitsOfFact } from "#lib/software/traits-of.ts";
import type { MoveVerdict } from "../diagnosis/verdict.ts";
import type { AskedAbout, SaidBy } from "../evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "../evidence/evidence.ts";
import type { Source } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import type { Family, Witness } from "./reading.ts";

/** What the readings of one server towards one target are folded from. */
export type Context = {
  readonly check: CheckFacts;
  readonly move: MoveVerdict;
  readonly server: ServerFacts;
  readonly target: Side;
  /** Of the server, by target or about OLD. */
  readonly aboutOld: AskedAbout;
  readonly aboutTarget: AskedAbout;
  readonly byOld: SaidBy;
  readonly byTarget: SaidBy;
  readonly family: Family | null;
  readonly oldFamily: Family | null;
  readonly targetFamily: Family | null;
  /** Null where the server did not say what it runs, as of a family. */
  readonly traits: Traits | null;
  readonly oldTraits: Traits | null;
  readonly targetTraits: Traits | null;
  readonly isOld: boolean;
  readonly isTarget: boolean;
  readonly headCount: HeadCount;
};

/** What a server's people taken together show. */
export type HeadCount = {
  /** In the target's list, newcomers included. */
  readonly here: number;
  /** Known from before. */
  readonly known: number;
  readonly inOldList: number;
  /** Known from before, and in neither list. */
  readonly neither: number;
  /** Of those: whose account was asked for at home and is there. */
  readonly neitherAlive: number;
  /** And of these: whom a saved list names as followers of its day. */
  readonly neitherSaved: number;
  /** The one whose account the target was asked for is in neither list. */
  readonly sightIsOfNeither: boolean;
  /** In a severed-relationships file: OLD itself cut them off. */
  readonly severed: number;
  /** Among the requests that the target's owner sees. */
  readonly waiting: number;
};

export function contextOf(
  check: CheckFacts,
  move: MoveVerdict,
  server: ServerFacts,
  target: Side,
  headCount: HeadCount,
): Context {
  return {
    ...{ check, move, server, target, headCount },
    aboutOld: server.onOld,
    aboutTarget: server.onTarget[target.key] ?? {},
    byOld: server.byOld,
    byTarget: server.byTarget[target.key] ?? {},
    family: server.nodeinfo?.known ? familyOf(server.nodeinfo.value.software) : null,
    oldFamily: familyOfFact(check.old.software),
    targetFamily: familyOfFact(target.software),
    traits: server.nodeinfo?.known ? traitsOf(server.nodeinfo.value.software.name) : null,
    oldTraits: traitsOfFact(check.old.software),
    targetTraits: traitsOfFact(target.software),
    isOld: isServer(server, check.old),
    isTarget: isServer(server, target),
  };
}

/** What the mover's two servers say about each other is what they say about a follower's server that is one of them. */
export function withSides(check: CheckFacts, server: ServerFacts): ServerFacts {
  if (!isServer(server, check.old)) return withTargets(check, server);
  const onTarget = { ...server.onTarget };
  const byTarget = { ...server.byTarget };
  for (const { key, onOld, byOld } of check.targets) {
    onTarget[key] = { ...defined({ list: byOld }), ...onTarget[key] };
    byTarget[key] = { ...defined({ list: onOld }), ...byTarget[key] };
  }
  return { ...server, onTarget, byTarget };
}

function withTargets({ targets }: CheckFacts, server: ServerFacts): ServerFacts {
  const target = targets.find((side) => isServer(server, side));
  if (!target) return server;
  const { onOld, byOld } = target;
  return {
    ...server,
    onOld: { ...defined({ list: onOld }), ...server.onOld },
    byOld: { ...defined({ list: byOld }), ...server.byOld },
  };
}

const isServer = ({ host }: ServerFacts, side: Side) => host === side.host || host === side.webHost;

/** A witness that is a fact of this server about the target. */
export const onTarget = ({ target }: Context, fact: string): Witness => ({ fact, target: target.key });

/** The mover's own lists as witnesses: people stand in them. */
export const listed = (side: Side, name: "old.list" | "target.list", value: unknown, now: string): Witness => ({
  fact: name,
  own: { value, source: sourceOf(side, now) },
});

const sourceOf = ({ list }: Side, now: string): Source => list.source ?? { kind: "file", at: now };
