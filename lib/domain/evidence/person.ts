import type { Acct, Host, TargetKey } from "../names/spellings.ts";
import type { Fact } from "./fact.ts";

/** What a row says about the account in it. */
export type Flags = { readonly suspended?: boolean; readonly memorial?: boolean; readonly moved?: string | null };

/**
 * `suspended`: for now, the account may come back. `closed`: deleted or suspended, its server does not say which.
 */
export type Home = {
  readonly state: "alive" | "deleted" | "suspended" | "closed" | "memorial" | "moved";
  readonly movedTo?: string;
};

/** A follower's row in OLD's list, as OLD serves it. Flags only where the server sends them (`moved: null` = it would). */
export type OldRow = Flags & {
  readonly bot?: boolean;
  readonly locked?: boolean;
  readonly noindex?: boolean;
  /** The profile asks tools to keep away. */
  readonly nobot?: boolean;
  readonly lastPostAt?: string;
  /** In which reading of the list it was met last, where that is not the first. */
  readonly reading?: number;
};

export type Person = {
  /** Where no list and no server has told a handle yet, the address of the actor stands here. */
  readonly acct: Acct;
  /** The actor: who the person is, whatever the handle. */
  readonly uri?: string;
  readonly display?: string;
  readonly server: Host;
  /** In OLD's list as read now. */
  readonly old?: OldRow;
  /** Known from before: a snapshot, a severed-relationships file, a list the mover had. */
  readonly before?: "snapshot" | "severed" | "list";
  /** Targets whose follower list shows this person. */
  readonly in: readonly TargetKey[];
  /** Targets whose requests show this person: he asked to follow and waits. */
  readonly waits?: readonly TargetKey[];
  /** The account this person moved to, found in the new list. */
  readonly hereAs?: Acct;
  /** The actor this person moved to, looked for in vain in a new list that names everybody's. */
  readonly notHereAs?: string;
  /** The account at home, asked for alone where it decides. */
  readonly home?: Fact<Home>;
  readonly youFollow?: boolean;
};
