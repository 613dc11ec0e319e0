import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";

export type CauseContext = {
  report: Report;
  proof: CheckState["proof"];
  /** Some people of each cause, for certainty and evidence; never more than a page. */
  people: ReadonlyMap<string, readonly ReportFollower[]>;
  checkPath: string;
  /** Rows stand still: they are shown. */
  settled: boolean;
  /** Nothing more will be read for now. */
  ended: boolean;
};
