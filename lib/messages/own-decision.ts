/** Blocks that, on a server of one, are that person's own decision: counted, never named, and nobody is written to. */
const DECISIONS: ReadonlySet<string> = new Set([
  "new-server-blocked",
  "closed-federation",
  "new-server-given-up",
  "old-server-blocked",
  "old-account-suspended",
]);

export const isOwnDecision = (cause: string | null, onePerson: boolean): boolean =>
  onePerson && cause !== null && DECISIONS.has(cause);
