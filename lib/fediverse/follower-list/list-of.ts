import type { Account } from "#lib/domain/evidence/side.ts";
import type { Server } from "../question/adapter.ts";

/** Whose list: the account as its server showed it, and its actor for the way round. */
export type ListOf = {
  readonly server: Server;
  readonly user: string;
  readonly account?: Account;
  readonly uri?: string;
};
