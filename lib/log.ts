import pino from "pino";

/** An error by itself has no fields that JSON shows: without its words nobody could mend anything. */
const inWords = (error: unknown): unknown =>
  error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error;

/**
 * One line for a finished check, one for a refused request, and what the operator can mend. No handles, no keys, no addresses of visitors:
 * what is not written down cannot leak.
 */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null, serializers: { error: inWords } });
