import type { CheckState } from "#lib/contract/check-state.ts";

const PROBLEMS = [
  ...(["unknown-software", "unsafe-tokens", "closed-after-move", "no-account", "account-closed"] as const),
  ...(["not-yet", "unreachable", "busy", "elsewhere", "no-app", "off", "nobody"] as const),
] as const;
const ENDS = ["in", "denied", "other-account", "granted-more", "refused", "unreachable", "busy"] as const;
type SignInProblem = Exclude<(typeof PROBLEMS)[number], Reason> | "other";
type SignInEnd = (typeof ENDS)[number];
type Reason = "unknown-software" | "unsafe-tokens" | "closed-after-move" | "no-account" | "account-closed";

/** What stands in the page's address, if it is one of ours. Why an account cannot be used stands beside it anyway. */
export function readProblem(text: string | undefined): SignInProblem | null {
  if (text === undefined) return null;
  const known = PROBLEMS.find((one) => one === text);
  return known === undefined || isReason(known) ? "other" : known;
}

const isReason = (problem: (typeof PROBLEMS)[number]): problem is Reason => PROBLEMS.indexOf(problem) < 5;

export const readEnd = (text: string | undefined): SignInEnd | null => ENDS.find((one) => one === text) ?? null;

type SignIns = Pick<CheckState, "signIns">;

/** The last time that people were let in, or are. */
export function lastLetIn({ signIns = [] }: SignIns) {
  const row = signIns.findLast(({ letIn }) => letIn !== undefined);
  return row?.letIn ? { host: row.host, letIn: row.letIn } : null;
}
export const isLettingIn = (state: SignIns): boolean =>
  lastLetIn(state)?.letIn.end === undefined && lastLetIn(state) !== null;

/** Somebody signed in, and the permission has not been given back yet. */
export const isSignedIn = ({ signIns = [] }: SignIns): boolean =>
  signIns.some(({ droppedAt }) => droppedAt === undefined);
