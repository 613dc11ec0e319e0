/**
 * The driver's errors carry the statement and its values: addresses, names, block lists. What is kept of them, in a log
 * or beside a failed job, is what the database said and its code.
 */
export function plainError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const source = "query" in error && error.cause instanceof Error ? error.cause : error;
  const code = "code" in source && typeof source.code === "string" ? ` (${source.code})` : "";
  const plain = new Error(`${source.message}${code}`);
  plain.name = source.name;
  // The first line of a stack repeats the message, which may be the statement.
  plain.stack = [`${plain.name}: ${plain.message}`, ...(error.stack ?? "").split("\n").filter(isFrame)].join("\n");
  return plain;
}

const isFrame = (line: string): boolean => /^\s+at /.test(line);
