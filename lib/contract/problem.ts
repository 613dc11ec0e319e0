import { z } from "zod";

/** RFC 9457. `fields` names the inputs to mend, keyed as they were sent, each with a code for what is wrong. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;
