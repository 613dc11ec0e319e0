import type { Server } from "../../model.ts";
import { isFrom } from "../mastodon/lines.ts";

/** How a kind of software goes about signing in. */
export type Habits = {
  /** Publishes where its places are, and what it says there. */
  readonly metadata: "mastodon" | "plain" | "none";
  readonly scopes: readonly string[];
  /** Checks a challenge that came with the question; the others leave it unread. */
  readonly pkce: boolean;
  /** The same account, app and rights get the same token again, without a page, for as long as it lives. */
  readonly reuses: boolean;
  readonly revokes: boolean;
  /** Whatever was asked for, the token may do everything. */
  readonly grantsAll: boolean;
  /** An account that moved away may come in. */
  readonly movedMayEnter: boolean;
};

const READS = ["accounts", "blocks", "follows", "lists", "mutes", "notifications", "search", "statuses"];
const WRITES = ["accounts", "blocks", "follows", "lists", "mutes", "notifications", "statuses"];
const FINE = [
  "read",
  "write",
  "follow",
  "push",
  ...READS.map((one) => `read:${one}`),
  ...WRITES.map((one) => `write:${one}`),
];
const ALL = ["profile", ...FINE];

const USUAL: Habits = {
  metadata: "none",
  scopes: FINE,
  pkce: true,
  reuses: false,
  revokes: true,
  grantsAll: false,
  movedMayEnter: true,
};

export function habitsOf(server: Server): Habits {
  const { software, version } = server;
  if (software === "mastodon") {
    const since43 = isFrom(server, 4, 3);
    return {
      ...USUAL,
      metadata: since43 ? "mastodon" : "none",
      scopes: since43 ? ALL : FINE,
      pkce: since43,
      reuses: true,
      movedMayEnter: version.includes("+glitch"),
    };
  }
  if (software === "gotosocial") return { ...USUAL, scopes: ALL, grantsAll: !isFrom(server, 0, 19) };
  if (software === "hollo") return { ...USUAL, metadata: "plain", scopes: ALL };
  // Pleroma and Akkoma know no challenge.
  return { ...USUAL, pkce: false };
}
