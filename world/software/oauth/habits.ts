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
  /** What giving one token back does: it ends that one, all of the same app there, or there is no such path. */
  readonly revokes: "one" | "all-of-the-app" | "never";
  /** An app may have a token for itself alone. */
  readonly apps: boolean;
  /** How a right that the server does not have is refused when an app is made: this status, or not at all. */
  readonly wrongScope: 400 | 422 | null;
  /** What is said beside the token: Passport ends it after a year and leaves out what it is for. */
  readonly tells: "scope" | "expiry";
  /** The rights of the token are those of the app, whatever was asked for with it. */
  readonly appsRights: boolean;
  /** A question for a token without the rights in it is refused. */
  readonly wantsScope: boolean;
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
  revokes: "one",
  apps: true,
  wrongScope: 422,
  tells: "scope",
  appsRights: false,
  wantsScope: false,
  grantsAll: false,
  movedMayEnter: true,
};

/** Laravel's Passport, with four coarse rights; apps are made without a look at theirs. */
const PASSPORT = {
  ...{ scopes: ["read", "write", "follow", "push"], revokes: "never", wrongScope: null, tells: "expiry" },
} as const satisfies Partial<Habits>;

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
  if (software === "pixelfed") return { ...USUAL, ...PASSPORT };
  if (software === "friendica") return { ...USUAL, pkce: false, revokes: "all-of-the-app", appsRights: true };
  if (software === "iceshrimp.net") return { ...USUAL, pkce: false, apps: false, wrongScope: 400, wantsScope: true };
  if (software === "hollo") return { ...USUAL, metadata: "plain", scopes: ALL };
  // Pleroma and Akkoma know no challenge.
  return { ...USUAL, pkce: false };
}
