import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import type { Contact } from "#lib/messages/contact.ts";

export type PersonContext = {
  readonly report: Report;
  readonly proof: CheckState["proof"];
  readonly checkPath: string;
  readonly now: number;
};
export type PersonProps = PersonContext & { readonly person: ReportFollower; readonly contact: Contact };
