import pino from "pino";

/**
 * One line for a finished check, one for a refused request, and what the operator can mend. No handles, no keys, no addresses of visitors:
 * what is not written down cannot leak.
 */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null });
