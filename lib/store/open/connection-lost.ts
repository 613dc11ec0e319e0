const MOST_CAUSES = 5;
/** Of the socket, or of PostgreSQL where it ends, is full or refuses connections. */
const CODES = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|53\w{3}|57P\w{2})$/;
const WORDS = /Connection terminated|timeout exceeded when trying to connect/;

/** Whether the database could not be reached, which is nobody's mistake in here and passes. */
export function isConnectionLost(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MOST_CAUSES) return false;
  if ("code" in error && CODES.test(String(error.code))) return true;
  if (WORDS.test(error.message)) return true;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return isConnectionLost(inner, depth + 1);
}
