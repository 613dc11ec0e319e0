/**
 * Statistics are missing for a check that has just begun, and in the embedded database for good. The planner then takes
 * all of a check for a handful of rows, and reads 200,000 people to save 80. Every statement here goes by an index:
 * without these ways around it, it stays there.
 */
export const PLANNER = ["enable_hashjoin", "enable_mergejoin", "enable_bitmapscan"] as const;
