import { z } from "zod";

export const SIGN_IN_SIDES = ["new", "old"] as const;

export const SIGN_IN_TICKS = ["people", "blocks", "keep"] as const;

/**
 * Which of the check's two accounts, and what is allowed beside. With the new one, `people`: ask whether followers' servers
 * show it their people; `blocks`: read the own blocks and the ties that were cut. With the old one before a move, `keep`: the
 * permission is kept until after it, for 30 days at most.
 */
export const SignInInput = z.object({
  account: z.enum(SIGN_IN_SIDES),
  ticks: z.array(z.enum(SIGN_IN_TICKS)).optional(),
});

/** People who asked to follow the new account and wait, of those known from before. */
export const WaitingPeople = z.object({
  people: z.array(z.object({ acct: z.string(), display: z.string().optional() })),
  total: z.int(),
  /** `after` of the next page. */
  next: z.string().nullable(),
  /** Everybody who waits, as the pages of the server held them; null where nobody signed in to see it. */
  all: z.int().nullable(),
  /** Why they can only be let in by hand. */
  byHand: z.string().optional(),
});
export type WaitingPeople = z.infer<typeof WaitingPeople>;
export const WaitingQuery = z.object({ after: z.string().optional() });

/** What became of letting people in. */
const LetIn = z.object({
  wanted: z.int(),
  in: z.int(),
  /** Their request was not there any more: taken back, or accepted in between. */
  gone: z.int(),
  /** Left out while it goes on. */
  end: z.enum(["done", "stopped", "refused", "unreachable"]).optional(),
});
export type LetIn = z.infer<typeof LetIn>;

/** Where the browser goes from here. The answer's cookie binds the way back to it. */
export const SignInBegun = z.object({ url: z.string() });

const OwnBlocks = z.object({
  domains: z.array(z.string()),
  people: z.array(z.string()),
  cuts: z.array(
    z.object({
      of: z.string(),
      by: z.enum(["server", "own-block", "account"]),
      followers: z.int(),
      at: z.string(),
    }),
  ),
  /** Not all of it could be read: what is not named here may be there all the same. */
  unread: z.boolean().optional(),
  /** A setting of that server decides whether a block keeps follows out. */
  maySpare: z.boolean().optional(),
});
export type OwnBlocks = z.infer<typeof OwnBlocks>;

/** That the owner signed in, and what was asked with it. The token is never told. */
export const SignedIn = z.object({
  account: z.enum(SIGN_IN_SIDES),
  acct: z.string(),
  host: z.string(),
  /** The rights that were asked for, by the names of that software. */
  rights: z.array(z.string()),
  at: z.string(),
  /** Requests made with it, by what they asked for: `list`, `following`, `requests`, `servers`, `blocks`. */
  asked: z.record(z.string(), z.int()),
  droppedAt: z.string().optional(),
  /** The server took the token back; else it is our copy alone that is gone. */
  revoked: z.boolean().optional(),
  /** Before a move: it is kept until after it, and until then at the latest. */
  keptUntil: z.string().optional(),
  /** What its owner has blocked, as far as it is about followers, and the ties that blocks have cut. */
  own: OwnBlocks.optional(),
  /** It was for letting people in, and not for reading. */
  letIn: LetIn.optional(),
});
export type SignedIn = z.infer<typeof SignedIn>;
