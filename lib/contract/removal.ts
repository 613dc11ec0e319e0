import { z } from "zod";

export const RemovalInput = z.object({ address: z.string().trim().min(1).max(500) });
export const RemovalAnswer = z.object({
  /** Checks and pages that are gone. */
  removed: z.int(),
});
