import type { Ability, Mode, OldRow } from "./evidence.ts";
import type { Gap, Source } from "./fact.ts";
import type { Stance } from "./stance.ts";
import type { Certainty, MoveState, Position } from "./verdict.ts";

/** What all facts together say about one point. A cause reads these and never a raw fact. */
export type Reading<T> =
  | { readonly known: true; readonly value: T; readonly certainty: Certainty; readonly because: readonly Witness[] }
  | { readonly known: false; readonly gaps: readonly Gap[]; readonly hint?: T };

/** A fact by name, as it stands in the server's list of facts, or the person's own. */
export type Witness = { readonly fact: string; readonly source?: Source; readonly own?: unknown };

export type Readings = {
  /** F's stance on OLD and on the target, and theirs on F. */
  readonly fOnOld: Stance;
  readonly fOnTarget: Stance;
  readonly targetOnF: Stance;
  readonly oldOnF: Stance;
  readonly home: { readonly state: "alive" | "gone" | "moved"; readonly movedTo?: string; readonly hereAs?: string };
  readonly server: "alive" | "gone";
  readonly ability: Ability;
  /** How F shows OLD's account: known there, moved there, the account alone suspended. */
  readonly seesOld: { readonly known: boolean; readonly moved: boolean; readonly suspended: boolean };
  readonly seesTarget: { readonly known: boolean; readonly suspended: boolean };
  /** F lists this person as a follower of OLD's / the target's account. */
  readonly viewOld: boolean;
  readonly viewTarget: boolean;
  readonly position: Position;
  /** How many of F are here, and how many are known from before. */
  readonly peersHere: { readonly here: number; readonly known: number };
  readonly move: MoveSituation;
};
export type ReadingName = keyof Readings;
export type ReadingSet = { readonly [Name in ReadingName]: Reading<Readings[Name]> };

/** What about the move itself bears on single followers. Always known: gaps in it are said by the findings. */
export type MoveSituation = {
  readonly state: MoveState;
  readonly mode: Mode;
  readonly targetLocked: boolean | null;
  readonly oldPublishesMovedTo: boolean | null;
  /** Days since the move; null where nobody knows. */
  readonly ageDays: number | null;
  readonly sameServerAsTarget: boolean;
  readonly before: "snapshot" | "severed" | "list" | null;
  readonly row: OldRow | null;
};
