import type { Host } from "../evidence/evidence.ts";
import type { SignedIn } from "./gate.ts";

/** What a check may read with one of the mover's own accounts, for as long as the owner lets it. */
export type Pass = {
  readonly signedIn: SignedIn;
  /** The account's key on its own server. */
  readonly accountId: string;
  readonly rights: readonly string[];
};
export type TokenSide = "old" | "new";

export type Tokens = {
  /** Nothing where nobody signed in, or its time is over. */
  of(checkId: string, side: TokenSide): Promise<Pass | undefined>;
  /** Ends it here, and where the software lets us and no other check holds the same token, on its server too. */
  drop(checkId: string, sides?: readonly TokenSide[]): Promise<readonly DroppedToken[]>;
};
export type DroppedToken = { readonly side: TokenSide; readonly host: Host; readonly revoked: boolean };
