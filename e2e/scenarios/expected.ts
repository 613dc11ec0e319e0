import type { ScenarioName } from "#world/scenarios/index.ts";
import type { ON_MASTODON } from "#world/scenarios/mastodon.ts";

/** What the page of a finished check has to say about a situation. Numbers of people come from the truth of the world. */
export type Expected = {
  /** `still`: so many as the truth has on the old list alone. Otherwise the words. */
  readonly heading: "still" | RegExp;
  /** The title of the one note above the headline. */
  readonly banner?: string;
  /** Titles of what else is said about the move, below everything. */
  readonly more?: readonly string[];
  readonly actions?: readonly string[];
  /** Who can act, and the reasons below with their people. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Whether the new list could be counted. */
  readonly newListRead?: false;
  /** What the mover adds: how many followers there were, or a list of all of them from before. */
  readonly before?: number | "list";
  /** How many are said to be on neither list. */
  readonly neither?: number;
};

const NOT_THROUGH = /^The move hasn’t gone through$/;
const NOBODY = /^Nobody we know of is missing$/;
const BOTH_HIDDEN = /^Both follower lists are hidden$/;
const OLD_HIDDEN = "Your old list is hidden";
const NEW_HIDDEN = "Your new list is hidden";
/** One server in five, or more, gave no answer. */
const INCOMPLETE = "This result isn’t complete";
/** Only an account's own choice is called hidden: here its server answers nobody but those who have an account. */
const OLD_CLOSED = "We couldn’t read your old list";
const NEW_CLOSED = "We couldn’t read your new list";

/** The move reaches nobody: each server finds for itself that it cannot read the new account. */
const UNREADABLE: Expected = {
  heading: /^At least 5 followers haven’t come along$/,
  banner: "Other servers can’t read your new account",
  groups: { unknown: { unknown: 5 } },
};

/** All but planned moves, which have pages of their own, and states of one software, which say little new on a page. */
export const EXPECTED: Readonly<Record<Exclude<ScenarioName, "planned-move" | keyof typeof ON_MASTODON>, Expected>> = {
  "three-servers": {
    heading: "still",
    actions: ["post"],
    groups: {
      follower: { "old-server-blocked": 2 },
      admin: { "new-server-blocked": 2 },
      nobody: { "server-gone": 1 },
    },
  },
  "smooth-move": { heading: NOBODY },
  "here-under-new-name": { heading: /^Everyone we can see came along$/ },
  // One failed try proves nothing: only a name that is gone is called gone at once.
  "servers-gone": {
    heading: "still",
    banner: INCOMPLETE,
    actions: ["post"],
    groups: { nobody: { "server-gone": 1 }, unknown: { unknown: 6 } },
  },
  "accounts-gone": { heading: "still", groups: { nobody: { "account-gone": 2 } } },
  "moved-on": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "notice-lost": 1 }, unknown: { unknown: 1 } },
  },
  "new-server-blocked": {
    heading: "still",
    actions: ["post"],
    groups: { admin: { "new-server-blocked": 6, "new-account-suspended": 1 }, unknown: { unknown: 3 } },
  },
  "blocked-by-new-server": { heading: "still", groups: { admin: { "blocked-by-new-server": 1 } } },
  "closed-federation": { heading: "still", actions: ["post"], groups: { admin: { "closed-federation": 4 } } },
  // Whom it has not named cannot read the new account either, and stays where he was.
  "new-server-is-closed": {
    heading: /^At least 3 people are on your old list\. We can’t see whether they follow you now$/,
    banner: NEW_CLOSED,
    actions: ["post"],
    groups: { admin: { "closed-federation": 2 }, nobody: { ghost: 1 } },
    newListRead: false,
  },
  "new-server-given-up": { heading: "still", groups: { admin: { "new-server-given-up": 2 } } },
  "old-server-blocked": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "old-server-blocked": 5 }, unknown: { unknown: 1 } },
  },
  "old-account-suspended": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "old-account-suspended": 2 } },
  },
  "blocked-by-old-server": { heading: NOBODY },
  ghosts: { heading: "still", groups: { nobody: { ghost: 3 } } },
  "software-ignores-move": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "software-ignores-move": 5 }, unknown: { unknown: 1 } },
  },
  "old-on-akkoma": {
    heading: "still",
    banner: "Your old server doesn’t say that you moved",
    actions: ["post"],
    groups: { follower: { "no-moved-to": 3 } },
  },
  "locked-new-account": {
    heading: "still",
    more: ["Your new account approves followers by hand"],
    actions: ["requests"],
    groups: { you: { "waiting-for-approval": 1 } },
  },
  "followers-in-neither-list": { heading: NOBODY, actions: ["requests"], before: 4, neither: 3 },
  "still-arriving": { heading: "still", banner: "Your move is very recent", groups: { wait: { "still-arriving": 3 } } },
  "accepted-not-done": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "notice-lost": 2, "software-ignores-move": 1 } },
  },
  "everyone-lost-on-one-server": {
    heading: "still",
    actions: ["post", "old-admin"],
    groups: { follower: { "notice-lost": 8 } },
  },
  "own-decisions": { heading: "still", actions: ["post"], groups: { follower: { "accepted-not-done": 2 } } },
  "owner-blocks": { heading: "still", actions: ["post"], groups: { follower: { "accepted-not-done": 1 } } },
  "half-followed": { heading: NOBODY },
  "move-not-started": {
    heading: /^As far as we can see, you haven’t moved\. Save your list first\.$/,
    more: ["We see no move"],
    actions: ["save-list"],
  },
  "moved-elsewhere": {
    heading: /^Your old account points somewhere else$/,
    more: ["The old account points somewhere else"],
  },
  "alias-missing": {
    // Whether it was missing on the day of the move is not known: those who stayed are counted.
    heading: "still",
    banner: "Your new account doesn’t name the old one",
    actions: ["finish-alias"],
    groups: { follower: { "accepted-not-done": 6 } },
  },
  "redirect-only": {
    heading: NOT_THROUGH,
    banner: "This looks like a redirect without a move",
    // Nobody knows the day, so it is possible only, and nobody is told to cancel anything.
  },
  "new-account-redirects": {
    heading: "still",
    banner: "Your new account points on to another one",
    groups: { follower: { "accepted-not-done": 6 } },
  },
  "new-account-gone": {
    heading: /6 people are on your old list\. We can’t see whether they follow you now$/,
    banner: "Your new account is suspended",
    groups: { unknown: { unknown: 6 } },
    newListRead: false,
  },
  "old-account-gone": {
    heading: /2 of your 4 followers haven’t come along$/,
    banner: "Your old account is suspended",
    actions: ["post"],
    groups: { unknown: { unknown: 2 } },
    before: "list",
  },
  "new-account-unverifiable": UNREADABLE,
  "new-account-is-a-page": UNREADABLE,
  "old-and-new-block": {
    heading: "still",
    banner: "Your two servers don’t talk to each other",
    actions: ["post"],
    groups: { follower: { "notice-lost": 1 } },
  },
  "hidden-old-list": { heading: /^Your old list is hidden, so we can’t say who’s missing$/, more: [OLD_HIDDEN] },
  "hidden-new-list": {
    heading: /1 person is on your old list\. We can’t see whether they follow you now$/,
    banner: NEW_HIDDEN,
    actions: ["post"],
    groups: { follower: { "old-server-blocked": 1 } },
    newListRead: false,
  },
  "both-lists-hidden": { heading: BOTH_HIDDEN, more: [OLD_HIDDEN, NEW_HIDDEN], newListRead: false },
  "all-lists-hidden": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "old-server-blocked": 2 }, unknown: { unknown: 3 } },
  },
  "half-read-new-list": {
    heading: /^At least 2 followers weren’t in the part of your new list we could read$/,
    banner: "We couldn’t read your new list to its end",
    groups: { follower: { "old-server-blocked": 2 } },
  },
  "long-lists": { heading: "still", actions: ["post"], groups: { follower: { "old-server-blocked": 100 } } },
  "old-unreachable": {
    heading: /^We couldn’t read your old account$/,
    more: ["Your old server isn’t answering"],
  },
  "new-unreachable": { heading: NOBODY, banner: "Your new server isn’t answering", newListRead: false },
  swapped: {
    heading: /^The two addresses look swapped$/,
    more: ["It looks the other way round"],
    actions: ["swap"],
  },
  "closed-doors": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "notice-lost": 1 }, unknown: { unknown: 4 } },
  },
  "odd-names": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "notice-lost": 1, "old-server-blocked": 1 }, unknown: { unknown: 1 } },
  },
  "many-kinds": {
    heading: "still",
    actions: ["post"],
    groups: { follower: { "software-ignores-move": 6 }, unknown: { unknown: 1 } },
  },
  "home-on-misskey": { heading: "still", actions: ["post"], groups: { follower: { "old-server-blocked": 1 } } },
  "home-on-gotosocial": {
    heading: /^We couldn’t read your two lists$/,
    banner: OLD_CLOSED,
    more: [NEW_CLOSED],
    newListRead: false,
  },
  copied: {
    heading: /^Your old list is hidden, so we can’t say who’s missing$/,
    banner: "The account was copied, not moved",
    more: ["Your old server doesn’t say that you moved", OLD_HIDDEN],
  },
  "home-on-hollo": { heading: "still", actions: ["post"], groups: { follower: { "old-server-blocked": 1 } } },
};
