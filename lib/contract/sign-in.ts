import { z } from "zod";

export const SIGN_IN_SIDES = ["new", "old"] as const;

/** Which of the check's two accounts. */
export const SignInInput = z.object({ account: z.enum(SIGN_IN_SIDES) });

/** Where the browser goes from here. The answer's cookie binds the way back to it. */
export const SignInBegun = z.object({ url: z.string() });

/** That the owner signed in, and what was asked with it. The token is never told. */
export const SignedIn = z.object({
  account: z.enum(SIGN_IN_SIDES),
  acct: z.string(),
  host: z.string(),
  /** The rights that were asked for, by the names of that software. */
  rights: z.array(z.string()),
  at: z.string(),
  /** Requests made with it, by what they asked for: `list`, `requests`, `servers`, `blocks`. */
  asked: z.record(z.string(), z.int()),
  droppedAt: z.string().optional(),
  /** The server took the token back; else it is our copy alone that is gone. */
  revoked: z.boolean().optional(),
});
export type SignedIn = z.infer<typeof SignedIn>;
