import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { pageUrl } from "#lib/software/index.ts";
import type { ServerRow } from "./server-rows.ts";

/** What the step beside a server is chosen by, apart from its row. */
export type StepScene = { report: Report; proof: CheckState["proof"]; checkPath: string };
type HelpLink = { readonly href: string | null; readonly proof: boolean };

/** Where the step beside a server leads. Letters open once the account is shown to be the mover's. */
export function stepAt({ help, server }: ServerRow, { report, proof, checkPath }: StepScene): HelpLink {
  const { new: fresh } = report;
  const messages = `${checkPath}/messages`;
  const needs = proof.state === "missing";
  switch (help) {
    case "letter":
    case "replay":
      return { href: `${messages}#${needs ? "proof" : "admins"}`, proof: needs };
    case "post":
    case "try":
      return { href: `${messages}#everybody`, proof: false };
    case "ask":
      return { href: `${checkPath}/servers/${server.host}#told`, proof: false };
    case "requests":
      return { href: fresh ? pageUrl("followRequests", fresh.host, fresh.software?.name) : null, proof: false };
    default:
      return { href: null, proof: false };
  }
}
