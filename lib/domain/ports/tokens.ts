import type { Host } from "../names/spellings.ts";
import type { SignedIn } from "./gate.ts";

/** What a check may read with one of the mover's own accounts, for as long as the owner lets it. */
export type Pass = {
  readonly signedIn: SignedIn;
  /** The account's key on its own server. */
  readonly accountId: string;
  readonly rights: readonly string[];
  /** What the owner allowed beside; a right may come with coarse ones unasked. */
  readonly ticks?: readonly Tick[];
  /** Until when its owner wants it kept through a move; else it ends with the run. */
  readonly keptUntil?: string;
};
export type TokenSide = "old" | "new";
/** What a token is for: to read with one of the two accounts, or to let in who asked to follow the new one. */
export type TokenUse = TokenSide | "let-in";

export type Tokens = {
  /** Nothing where nobody signed in, or its time is over. */
  of(checkId: string, use: TokenUse): Promise<Pass | undefined>;
  /** Ends it here, and where the software lets us and no other check holds the same token, on its server too. */
  drop(checkId: string, uses?: readonly TokenUse[]): Promise<readonly DroppedToken[]>;
};
/**
 * What the owner may allow beside. With the new account: to ask whether followers' servers show it their people, and to read
 * the own blocks and the ties that were cut. With the old one before a move: to keep the permission until after it.
 */
export type Tick = "people" | "blocks" | "keep";
export type DroppedToken = { readonly use: TokenUse; readonly host: Host; readonly revoked: boolean };
