/** Longer than any check of a simulated fediverse takes on a busy machine. */
export const OWNER_WAITS_MS = 120_000;
