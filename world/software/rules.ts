import type { SoftwareName } from "./names.ts";

/**
 * `longest` and `below`: the name and what is below it. `below-or-star`: the same, where `*.x` is another way to write x.
 * `wildcard`: `*.x` covers x and what is below, x itself alone. `glob`: stars anywhere, as shells know them.
 */
export type Covering = "longest" | "below" | "below-or-star" | "exact" | "wildcard" | "glob";

/** What a kind of software does with a Move, with blocks, and with names: facts, one row each. */
export type Rules = {
  /** The release the world plays unless a scenario names another. */
  readonly version: string;
  readonly onMove: "carries-out" | "notifies" | "ignores";
  readonly needsAlias: boolean;
  /** Acts on `movedTo` of the old account rather than on the Move. */
  readonly needsMovedTo: boolean;
  /** Publishes `movedTo` on its own accounts. */
  readonly publishesMovedTo: boolean;
  /** After the new follow the old one stays. */
  readonly keepsOld: boolean;
  /** Looks up an account it has never met. */
  readonly fetchesTarget: boolean;
  /** Releases that note the move and then fail to carry it out. */
  readonly breaksIn?: string;
  /** What its blocking a server does to follows of people there: both sides forget, only its own, none. */
  readonly severs: "both" | "own" | "none";
  /** Which names an entry of its block list covers. */
  readonly covers: Covering;
  /** Which names an entry of its list of allowed servers covers. */
  readonly allowsCover: Covering;
  /** Which name of another server its rows are compared with: both of them, or the one its actors stand under. */
  readonly compares: "both" | "web";
  /** An allowed name wins over a block of it, unless the server federates with allowed servers alone. */
  readonly allowsOutweigh: boolean;
  /** Shows accounts to signed questions alone, so a server it refuses cannot read them. */
  readonly signedOnly: boolean;
  /** After an outage of the receiver it tries again for days, or takes the first answer for final. */
  readonly retries: "for-days" | "until-an-answer";
  /** When one of its accounts is the new one, people of the same server are not carried along. */
  readonly losesOwnPeople: boolean;
  /** Carries an account over although it has moved on itself: seen on real servers. */
  readonly carriesMoved: boolean;
  /** Follows for its people inside itself: they stay in the old list and are never in the new one. */
  readonly carriesInside: boolean;
  /** A stop of deliveries exists, and a list of it is kept. */
  readonly stops: boolean;
  /** Lets its own people follow a locked account here without asking when that account is where they are moving to. */
  readonly opensOwnLock: boolean;
  /** How it tells strangers about limits on their requests, where it has any. */
  readonly tells: "iso" | "silent" | "off";
  /** Limits another server so that follows from there wait. */
  readonly limits: boolean;
};

const plain: Rules = {
  version: "1.0.0",
  onMove: "carries-out",
  needsAlias: true,
  needsMovedTo: false,
  publishesMovedTo: true,
  keepsOld: false,
  fetchesTarget: true,
  severs: "none",
  covers: "exact",
  allowsCover: "exact",
  compares: "web",
  allowsOutweigh: false,
  signedOnly: false,
  retries: "for-days",
  losesOwnPeople: false,
  carriesMoved: false,
  carriesInside: false,
  stops: false,
  opensOwnLock: false,
  tells: "off",
  limits: false,
};
const ignoring: Rules = { ...plain, onMove: "ignores", publishesMovedTo: false };
const misskey: Rules = {
  ...plain,
  version: "2025.11.1",
  needsMovedTo: true,
  keepsOld: true,
  breaksIn: "2024.10.1",
  covers: "below",
  allowsCover: "below",
  losesOwnPeople: true,
  stops: true,
  limits: true,
};
const pleroma: Rules = {
  ...plain,
  version: "2.9.1",
  publishesMovedTo: false,
  covers: "wildcard",
  allowsCover: "wildcard",
  stops: true,
};

export const RULES: Readonly<Record<SoftwareName, Rules>> = {
  mastodon: {
    ...plain,
    version: "4.6.5",
    severs: "both",
    covers: "longest",
    compares: "both",
    carriesMoved: true,
    opensOwnLock: true,
    tells: "iso",
    limits: true,
  },
  misskey,
  sharkey: { ...misskey, version: "2025.4.3", tells: "silent" },
  cherrypick: { ...misskey, version: "4.16.0" },
  pleroma,
  akkoma: { ...pleroma, version: "3.16.0", covers: "below-or-star", allowsCover: "below-or-star" },
  gotosocial: {
    ...plain,
    version: "0.20.0",
    severs: "own",
    covers: "below",
    allowsCover: "below",
    compares: "both",
    allowsOutweigh: true,
    signedOnly: true,
    retries: "until-an-answer",
    carriesMoved: true,
    tells: "iso",
  },
  hollo: { ...plain, version: "0.6.18", keepsOld: true },
  friendica: {
    ...plain,
    version: "2024.08-1571",
    needsAlias: false,
    publishesMovedTo: false,
    keepsOld: true,
    covers: "glob",
  },
  // One name and all below it; both the host of the actor and that of the handle are compared.
  "iceshrimp.net": { ...plain, version: "2025.1", covers: "below", allowsCover: "below", compares: "both" },
  pixelfed: { ...plain, version: "0.12.5", needsMovedTo: true },
  snac: { ...plain, version: "2.75", fetchesTarget: false, publishesMovedTo: false },
  bookwyrm: { ...plain, version: "0.8.1", onMove: "notifies" },
  lemmy: { ...ignoring, version: "0.19.19" },
  peertube: { ...ignoring, version: "7.2.0" },
  wordpress: { ...ignoring, version: "6.8" },
  takahe: { ...ignoring, version: "0.11.0" },
  "bridgy-fed": { ...plain, version: "20260822t120000", publishesMovedTo: false, keepsOld: true, carriesInside: true },
  // Follows a Move since May 2026, and sends none.
  ghost: { ...plain, version: "0.1.0", publishesMovedTo: false },
  "unheard-of": { ...ignoring, version: "0.1" },
};
