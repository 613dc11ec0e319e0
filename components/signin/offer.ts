/** One of the mover's two accounts, and what signing in with it would mean. */
export type Offer = {
  readonly side: "new" | "old";
  readonly acct: string;
  readonly host: string;
  readonly rights: readonly string[];
  readonly ticks: readonly ("people" | "blocks" | "keep")[];
  readonly more: Readonly<Partial<Record<"people" | "blocks" | "keep", string>>>;
  readonly coarse: boolean;
  readonly revokes: boolean;
  readonly reads: readonly ("requests" | "followers" | "following" | "servers" | "blocks")[];
  readonly why?: "unknown-software" | "unsafe-tokens" | "closed-after-move" | "no-account" | "account-closed";
};
