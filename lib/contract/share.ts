import { z } from "zod";
import { REACHES } from "#lib/domain/diagnosis/verdict.ts";
import { GAPS } from "#lib/domain/evidence/fact.ts";

export const SHARE_DAYS = [7, 30, 90] as const;
export const NewShare = z.object({
  days: z.union(SHARE_DAYS.map((days) => z.literal(days))),
  /** The page says how many are missing, too. Left out: as before, and not at first. */
  showsMissing: z.boolean().optional(),
});
export type NewShare = z.infer<typeof NewShare>;
export const ShareCreated = z.object({ token: z.string(), url: z.string() });
export type ShareCreated = z.infer<typeof ShareCreated>;
export const ShareStatus = z.object({ url: z.string(), until: z.string(), showsMissing: z.boolean() });
export type ShareStatus = z.infer<typeof ShareStatus>;

/** Below five a number points at people. */
const Shown = z.union([z.int(), z.literal("a few")]);

export const PublicAccount = z.object({
  acct: z.string(),
  display: z.string().optional(),
  url: z.string().optional(),
  /** A path of ours. */
  avatar: z.string().optional(),
  /** The actor's address, for apps that open such links. */
  uri: z.string().optional(),
  /** A feed of its public posts, where its software has one. */
  feed: z.string().optional(),
  /** Its profile page can send its posts by e-mail. */
  mailsPosts: z.literal(true).optional(),
});
export type PublicAccount = z.infer<typeof PublicAccount>;

/** Who has come along is good news for everybody; how many have not is the owner's to tell. */
export const PublicCounts = z.object({
  newList: Shown,
  /** Where the owner wants it shown, and somebody is missing. */
  missing: z.object({ count: Shown, is: z.enum(["exact", "at-least"]) }).optional(),
});
export type PublicCounts = z.infer<typeof PublicCounts>;

const Confirmed = z.enum(["yes", "unknown"]);
export const PublicShare = z.object({
  old: PublicAccount,
  new: PublicAccount,
  /** Left out after the days the owner chose, for accounts of few followers, and where the new list could not be read. */
  counts: PublicCounts.optional(),
  proof: z.object({
    oldPointsToNew: Confirmed,
    newNamesOld: Confirmed,
    /** Where anybody can see it. */
    sources: z.array(z.string()),
    at: z.string(),
  }),
  numbersUntil: z.string(),
});
export type PublicShare = z.infer<typeof PublicShare>;

/** A handle, or the server alone: only the server is used for anything but finding its follow page. */
export const LookupInput = z.object({ address: z.string().trim().min(1).max(500) });
export type LookupInput = z.infer<typeof LookupInput>;

export const Follow = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("link"), url: z.string(), host: z.string(), via: z.string() }),
  z.object({ kind: z.literal("manual"), software: z.string().optional() }),
]);
export type Follow = z.infer<typeof Follow>;

export const LookupAnswer = z.object({
  server: z.string(),
  reach: z.enum(REACHES),
  /** Only from what that server publishes. */
  cause: z.string().optional(),
  certainty: z.enum(["proven", "likely"]).optional(),
  /** What the mover's new server publishes about this one. */
  atNew: z.enum(["blocked", "not-chosen", "limited"]).optional(),
  /** Why following works, where it is not that no list has a block: it is the new server itself, or an allow beats it. */
  by: z.enum(["itself", "allow"]).optional(),
  /** It says that it closed for good, shows no sign of a server of the fediverse, or did not answer at all. */
  host: z.enum(["closed", "no-server", "silent"]).optional(),
  /** Why nothing is said. */
  gap: z.enum(GAPS).optional(),
  /** Nobody on a server of this software can follow a person. */
  followsPeople: z.literal(false).optional(),
  follow: Follow,
  /** Somebody who has an account there may sign in on the page, to have the server asked what it tells its members. */
  look: z
    .object({
      host: z.string(),
      rights: z.array(z.string()),
      /** It tells its members which servers it blocks, so that it is asked for that too. */
      lists: z.boolean(),
      /** The permission can be given back to the server; else its owner takes it away there. */
      revokes: z.boolean(),
    })
    .optional(),
});
export type LookupAnswer = z.infer<typeof LookupAnswer>;

/** How somebody stands to the new account, as his own server tells him. */
export const RELATIONS = ["follows", "requested", "none"] as const;

/** What the page says to a follower who signed in on his own server, or who could not. */
export type LookShown =
  | {
      readonly end: "in";
      /** What told him about the new server, where anything did. */
      readonly by?: "list" | "look-up" | "word";
      readonly relation?: (typeof RELATIONS)[number];
      /** The server took the permission back; else our copy alone is gone. */
      readonly revoked: boolean;
    }
  | { readonly end: "denied" | "other-account" | "granted-more" | "refused" | "unreachable" | "busy" }
  /** Nobody was sent there: for now, or for good. */
  | { readonly end: "not-begun"; readonly passing: boolean };
