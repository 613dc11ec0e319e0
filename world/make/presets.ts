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
  /** Releases of Mastodon, as shares of its servers; the rest runs the newest stable one. */
  readonly mastodonVersions: Readonly<Record<string, number>>;
  /** Of accounts on Mastodon 4.5 and later: those from before it, whose addresses have names. */
  readonly fromBefore: number;
  /** Of Mastodon servers: lists of peers that are a day old, and empty ones. */
  readonly oldPeers: number;
  readonly emptyPeers: number;
  /** Of worlds: one of the mover's two servers has one name in handles and another at its addresses. */
  readonly splitHome: number;
  /** Of worlds: the mover's two accounts follow each other. */
  readonly followsOther: number;
  readonly suspendOld: number;
  readonly limitOld: number;
  readonly suspendNew: number;
  readonly limitNew: number;
  readonly suspendOldAccount: number;
  readonly suspendNewAccount: number;
  /** Of blocks of a mover's server with two names: those that name the address alone. */
  readonly blocksAddress: number;
  readonly newSuspends: number;
  readonly newLimits: number;
  readonly oldSuspends: number;
  /** Of GoToSocial and snac: those whose admins opened the robots.txt that closes everything as shipped. */
  readonly opensRobots: number;
  /** Of GoToSocial: those that federate with allowed servers alone, and those that show whom they allow. */
  readonly gotosocialAllowLists: number;
  readonly gotosocialShowsAllows: number;
  /** Of GoToSocial servers that block NEW: those with an allow beside it, which wins. */
  readonly gotosocialInsured: number;
  /** Of Misskey: those that federate with some, and with nobody. */
  readonly misskeyCircles: number;
  readonly misskeyAlone: number;
  /** Of Akkoma, Pleroma and Friendica: those that write a star before the names they block. */
  readonly starRows: number;
  readonly givenUp: number;
  readonly downThatDay: number;
  readonly cannotFetchNew: number;
  readonly acceptLost: number;
  /** Of people. */
  readonly deleted: number;
  readonly suspended: number;
  /** Deleted since the list was saved, and everybody was told. */
  readonly deletedAndTold: number;
  /** Of the suspended: those of whom only the home knows. */
  readonly quietly: number;
  readonly remembered: number;
  /** Of people with an address that says no name: another name at home than OLD knows. */
  readonly renamed: number;
  readonly movedOn: number;
  readonly locked: number;
  readonly bots: number;
  readonly ghosts: number;
  readonly followsBoth: number;
  readonly blocksNew: number;
  readonly newcomers: number;
  readonly movedDaysAgo: number;
  /** Of people, in a year: who stops following the old account by himself. It shows where the saved list is not new. */
  readonly leavesInYear: number;
  /** Of worlds: those whose list was saved a month and a year before the move; the others have one of the day before. */
  readonly savedMonthBefore: number;
  readonly savedYearBefore: number;
  /** Of servers: those that OLD limits. */
  readonly oldLimits: number;
  /** Of servers: those where somebody opens the old profile after the move. */
  readonly opensOld: number;
  /** Of worlds: NEW has met no follower's server before. */
  readonly newIsQuiet: number;
  readonly software: Readonly<Partial<Record<SoftwareName, number>>>;
  /** Of worlds: what the mover's own servers run where it is not Mastodon. */
  readonly oldHomes: Readonly<Partial<Record<SoftwareName, number>>>;
  readonly newHomes: Readonly<Partial<Record<SoftwareName, number>>>;
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
    gone: 0.05,
    "self-destructs": 0.04,
    "bad-gateway": 0.06,
    "origin-down": 0.03,
    "black-hole": 0.17,
  },
  oddities: { challenge: 0.005, "html-for-json": 0.005, "slow-body": 0.005, unavailable: 0.005 },
  splitDomains: 0.03,
  mastodonVersions: { "4.3.23": 0.25, "4.5.15": 0.3, "4.7.0-alpha.2": 0.02 },
  fromBefore: 0.8,
  oldPeers: 0.2,
  emptyPeers: 0.02,
  splitHome: 0.1,
  followsOther: 0.3,
  suspendOld: 0.05,
  limitOld: 0.05,
  suspendNew: 0.04,
  limitNew: 0.04,
  suspendOldAccount: 0.005,
  suspendNewAccount: 0.005,
  blocksAddress: 0.3,
  newSuspends: 0.039,
  newLimits: 0.01,
  oldSuspends: 0.01,
  opensRobots: 0.1,
  gotosocialAllowLists: 0.03,
  gotosocialShowsAllows: 0.5,
  gotosocialInsured: 0.3,
  misskeyCircles: 0.02,
  misskeyAlone: 0.005,
  starRows: 0.15,
  givenUp: 0.015,
  downThatDay: 0.015,
  cannotFetchNew: 0.03,
  acceptLost: 0.005,
  deleted: 0.02,
  suspended: 0.01,
  deletedAndTold: 0.005,
  quietly: 0.3,
  remembered: 0.001,
  renamed: 0.003,
  movedOn: 0.04,
  locked: 0.078,
  bots: 0.012,
  ghosts: 0.005,
  followsBoth: 0.02,
  blocksNew: 0.002,
  newcomers: 0.05,
  movedDaysAgo: 12,
  leavesInYear: 0,
  savedMonthBefore: 0,
  savedYearBefore: 0,
  oldLimits: 0,
  opensOld: 0,
  newIsQuiet: 0,
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
    cherrypick: 0.005,
    "bridgy-fed": 0.01,
    ghost: 0.005,
  },
  oldHomes: {},
  newHomes: {},
};

const ELSEWHERE: Pick<Parameters, "oldHomes" | "newHomes"> = {
  oldHomes: { gotosocial: 0.4, misskey: 0.25, hollo: 0.1, akkoma: 0.1, snac: 0.05, cherrypick: 0.05 },
  newHomes: { gotosocial: 0.4, misskey: 0.25, hollo: 0.1, akkoma: 0.1, ghost: 0.05, cherrypick: 0.05 },
};

/** More of it than anywhere: what looks as if somebody had been shut out. */
const AGED: Partial<Parameters> = {
  ...{ leavesInYear: 0.3, savedMonthBefore: 0.3, savedYearBefore: 0.4 },
  ...{ oldLimits: 0.1, opensOld: 0.5, newIsQuiet: 0.7 },
};

/** `elsewhere` has the mover's own servers on other software than Mastodon. In `aged` people have left by themselves since the list was saved. `real-fit` follows a list that was counted; the others are more spread on purpose. */
export const PRESETS = {
  "real-fit": { ...USUAL, followers: 502, discount: 0.6, strength: 1.5 },
  small: { ...USUAL, followers: 200, discount: 0.6, strength: 3.5 },
  elsewhere: { ...USUAL, ...ELSEWHERE, followers: 200, discount: 0.6, strength: 3.5 },
  aged: { ...USUAL, ...AGED, followers: 200, discount: 0.6, strength: 3.5 },
  typical: { ...USUAL, followers: 2000, discount: 0.6, strength: 10 },
  large: { ...USUAL, followers: 20_000, discount: 0.66, strength: 16 },
  extreme: { ...USUAL, followers: 200_000, discount: 0.68, strength: 13 },
} as const satisfies Readonly<Record<string, Parameters>>;

export type PresetName = keyof typeof PRESETS;
export const isPreset = (name: string): name is PresetName => Object.hasOwn(PRESETS, name);
