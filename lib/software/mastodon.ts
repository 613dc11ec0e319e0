import { BELOW, type Mask, starred } from "#lib/domain/blocks/block-rules.ts";
import { SHOWN, type SoftwareFacts } from "./define.ts";

/** The middle half; dots stay. */
export const mastodonMask: Mask = (name) =>
  starred(name, (at, length, letter) => {
    const kept = Math.floor(length / 4);
    return letter !== "." && at > kept && at < length - kept;
  });

/** Mastodon and the forks that keep its rules and pages. Most forks call themselves `mastodon` anyway. */
export const mastodon = {
  names: {
    mastodon: "Mastodon",
    hometown: "Hometown",
    glitch: "glitch-soc",
    "glitch-soc": "glitch-soc",
    glitchsoc: "glitch-soc",
    fedibird: "Fedibird",
    kmyblue: "kmyblue",
    ecko: "Ecko",
  },
  family: "mastodon",
  traits: {
    showsWhoFollows: true,
    findsNobody: "then-alone",
    limitHolds: true,
    blockEndsFollows: true,
    listLosesAtOnce: true,
    closedShowsNoLists: true,
    showsCopiesAlone: true,
    givesItselfToAll: true,
  },
  asks: "mastodon",
  moves: [
    {
      onMove: "carries-out",
      ...SHOWN,
      read: ["4.2.0", "4.7.0"],
      source:
        "app/lib/activitypub/activity/move.rb and app/services/follow_migration_service.rb, 4.2.0 to 4.7.0-alpha.2",
    },
  ],
  blocks: {
    ...BELOW,
    longestWins: true,
    mask: mastodonMask,
    allowsExactly: true,
    // The actor's host when it fetches and verifies (signature_verification.rb, fetch_remote_actor_service.rb), the
    // handle's domain when it resolves a handle (resolve_account_service.rb). Seen with 4.3 to 4.6.
    compares: ["handle", "actor"],
  },
  youngestFirst: true,
  paths: {
    follow: "/authorize_interaction?uri={uri}",
    compose: "/share?text={content}",
    followRequests: "/follow_requests",
    aliases: "/settings/aliases",
    move: "/settings/migration",
    signUp: "/auth/sign_up",
    profile: "/settings/profile",
    approve: "/settings/privacy",
    exports: "/settings/export",
    imports: "/settings/imports",
    severed: "/severed_relationships",
    feed: ".rss",
  },
  replay: "tootctl accounts migrate {user} --replay",
  countsWhatItLists: { source: "13 accounts on servers with 4.3.23, 4.5.15 and 4.6.5, before and after real Moves" },
  flagsRows: true,
  signIn: {
    flow: "oauth",
    reads: "profile read:accounts read:follows",
    more: { people: "read:search", blocks: "read:blocks read:notifications" },
    letsIn: "profile read:follows write:follows",
    looks: "read:accounts read:follows",
    // glitch-soc took the check out in 2019 (b25665d2e8).
    afterMove: { mark: "+glitch" },
    revokes: true,
    source: "config/initializers/doorkeeper.rb; seen with 4.5.15 and 4.6.5",
  },
  aliasCheck: [
    {
      reads: "anew",
      source:
        "app/lib/activitypub/activity/move.rb fetches the target; its server may answer from a cache of 3 minutes",
    },
  ],
} as const satisfies SoftwareFacts;
