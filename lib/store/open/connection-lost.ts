const MOST_CAUSES = 5;
/** Of the socket or the disk, or of PostgreSQL where it ends, is full, cannot write or refuses connections. */
const CODES =
  /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOSPC|EDQUOT|EROFS|EIO|08\w{3}|53\w{3}|57P\w{2}|58\w{3})$/;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/, "ENOSPC"],
  [/Connection terminated|timeout exceeded when trying to connect|PGlite is closed/, "connection lost"],
];

/** The code of an error that is the store's and nobody's mistake in here: it is away or full, and that passes. */
export function storeTrouble(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > MOST_CAUSES) return undefined;
  if ("code" in error && CODES.test(String(error.code))) return String(error.code);
  const said = WORDS.find(([words]) => words.test(error.message))?.[1];
  return said ?? storeTrouble(error instanceof AggregateError ? error.errors[0] : error.cause, depth + 1);
}

export const isConnectionLost = (error: unknown): boolean => storeTrouble(error) !== undefined;
