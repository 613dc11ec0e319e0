import { z } from "zod";
import { CheckState, Counts } from "./check-state.ts";
import { ReportServer } from "./report.ts";

/** Server-sent events of a check. The id of each is the revision it brings the reader to. */
export const EventData = {
  state: CheckState,
  servers: z.object({ rows: z.array(ReportServer) }),
  counts: Counts,
} as const;
