/** The person who starts the app reads one sentence, not a stack. */
export function endInOneSentence(error: unknown): never {
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Housewarming cannot start: ${words}\n`);
  process.exit(1);
}
