import type { SoftwareName } from "./names.ts";

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
  readonly covers: "longest" | "below" | "exact" | "wildcard" | "glob";
  /** Which of a server's names an entry is compared with: the one in handles and the one of its actors, or that alone. */
  readonly compares: "both" | "web";
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
  compares: "both",
  stops: false,
  opensOwnLock: false,
  tells: "off",
  limits: false,
};
const ignoring: Rules = { ...plain, onMove: "ignores", publishesMovedTo: false };
const misskey: Rules = {
  ...plain,
  version: "2025.4.1",
  needsMovedTo: true,
  keepsOld: true,
  breaksIn: "2024.10.1",
  covers: "below",
  compares: "web",
  stops: true,
  limits: true,
};
const pleroma: Rules = {
  ...plain,
  version: "2.9.1",
  publishesMovedTo: false,
  covers: "wildcard",
  compares: "web",
  stops: true,
};

export const RULES: Readonly<Record<SoftwareName, Rules>> = {
  mastodon: {
    ...plain,
    version: "4.6.5",
    severs: "both",
    covers: "longest",
    opensOwnLock: true,
    tells: "iso",
    limits: true,
  },
  misskey,
  sharkey: { ...misskey, version: "2025.4.3", tells: "silent" },
  pleroma,
  akkoma: { ...pleroma, version: "3.16.0", covers: "below" },
  gotosocial: { ...plain, version: "0.20.0", severs: "own", covers: "below", tells: "iso" },
  hollo: { ...plain, version: "0.10.0", keepsOld: true },
  friendica: {
    ...plain,
    version: "2024.08-1571",
    needsAlias: false,
    publishesMovedTo: false,
    keepsOld: true,
    covers: "glob",
    compares: "web",
  },
  pixelfed: { ...plain, version: "0.12.5", needsMovedTo: true },
  snac: { ...plain, version: "2.75", fetchesTarget: false },
  bookwyrm: { ...plain, version: "0.8.1", onMove: "notifies" },
  lemmy: { ...ignoring, version: "0.19.19" },
  peertube: { ...ignoring, version: "7.2.0" },
  wordpress: { ...ignoring, version: "6.8" },
  takahe: { ...ignoring, version: "0.11.0" },
  "unheard-of": { ...ignoring, version: "0.1" },
};
