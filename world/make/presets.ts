import type { Shares } from "../faults/spread.ts";
import type { SoftwareName } from "../software/names.ts";

/** Everything a generated world depends on, by name. Shares are of servers unless they say otherwise. */
export type Parameters = {
  readonly followers: number;
  /** How followers crowd on few servers: discount and strength of a Pitman–Yor process over a pool of servers. */
  readonly discount: number;
  readonly strength: number;
  readonly pool: number;
  /** Of Mastodon servers: lists of blocks open to strangers; the rest are hidden, as the software delivers them. */
  readonly publicLists: number;
  readonly publicElsewhere: number;
  readonly obfuscating: number;
  readonly rationale: number;
  readonly closedApi: number;
  readonly secure: number;
  readonly limitedFederation: number;
  readonly noPeers: number;
  readonly dead: number;
  readonly deadKinds: Shares;
  /** Of small servers that are alive. */
  readonly oddities: Shares;
  readonly splitDomains: number;
  readonly suspendOld: number;
  readonly limitOld: number;
  readonly suspendNew: number;
  readonly limitNew: number;
  readonly suspendOldAccount: number;
  readonly newSuspends: number;
  readonly newLimits: number;
  readonly oldSuspends: number;
  readonly givenUp: number;
  readonly downThatDay: number;
  readonly cannotFetchNew: number;
  readonly acceptLost: number;
  /** Of people. */
  readonly deleted: number;
  readonly suspended: number;
  readonly movedOn: number;
  readonly locked: number;
  readonly bots: number;
  readonly ghosts: number;
  readonly followsBoth: number;
  readonly blocksNew: number;
  readonly newcomers: number;
  readonly movedDaysAgo: number;
  readonly software: Readonly<Partial<Record<SoftwareName, number>>>;
};

const USUAL: Omit<Parameters, "followers" | "discount" | "strength"> = {
  pool: 20_000,
  publicLists: 0.35,
  publicElsewhere: 0.5,
  obfuscating: 0.15,
  rationale: 0.6,
  closedApi: 0.02,
  secure: 0.1,
  limitedFederation: 0.003,
  noPeers: 0.05,
  dead: 0.1,
  deadKinds: {
    "no-such-name": 0.4,
    refused: 0.04,
    reset: 0.04,
    "expired-certificate": 0.04,
    "wrong-certificate": 0.03,
    parked: 0.1,
    gone: 0.06,
    "bad-gateway": 0.06,
    "origin-down": 0.03,
    "black-hole": 0.2,
  },
  oddities: { challenge: 0.005, "html-for-json": 0.005, "slow-body": 0.005, unavailable: 0.005 },
  splitDomains: 0.03,
  suspendOld: 0.05,
  limitOld: 0.05,
  suspendNew: 0.04,
  limitNew: 0.04,
  suspendOldAccount: 0.005,
  newSuspends: 0.039,
  newLimits: 0.01,
  oldSuspends: 0.01,
  givenUp: 0.015,
  downThatDay: 0.015,
  cannotFetchNew: 0.03,
  acceptLost: 0.005,
  deleted: 0.02,
  suspended: 0.01,
  movedOn: 0.04,
  locked: 0.078,
  bots: 0.012,
  ghosts: 0.005,
  followsBoth: 0.02,
  blocksNew: 0.002,
  newcomers: 0.05,
  movedDaysAgo: 12,
  software: {
    misskey: 0.05,
    sharkey: 0.03,
    gotosocial: 0.06,
    akkoma: 0.03,
    pleroma: 0.02,
    hollo: 0.005,
    pixelfed: 0.02,
    friendica: 0.02,
    lemmy: 0.005,
    peertube: 0.005,
    wordpress: 0.02,
    snac: 0.005,
    takahe: 0.003,
    bookwyrm: 0.003,
    "unheard-of": 0.014,
  },
};

/** `real-fit` follows a list that was counted; the others are more spread on purpose. */
export const PRESETS = {
  "real-fit": { ...USUAL, followers: 502, discount: 0.6, strength: 1.5 },
  small: { ...USUAL, followers: 200, discount: 0.6, strength: 3.5 },
  typical: { ...USUAL, followers: 2000, discount: 0.6, strength: 10 },
  large: { ...USUAL, followers: 20_000, discount: 0.66, strength: 16 },
  extreme: { ...USUAL, followers: 200_000, discount: 0.68, strength: 13 },
} as const satisfies Readonly<Record<string, Parameters>>;

export type PresetName = keyof typeof PRESETS;
export const isPreset = (name: string): name is PresetName => name in PRESETS;
