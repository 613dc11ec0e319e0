import { pageUrl } from "#lib/software/index.ts";
import type { ServerScene } from "./server-row.tsx";
import type { ServerRow } from "./server-rows.ts";

type Step = { readonly href: string | null; readonly proof: boolean };

/** Where the step beside a server leads. Letters open once the account is shown to be the mover's. */
export function stepAt(
  { help, server }: ServerRow,
  { report, proof, checkPath }: Pick<ServerScene, "report" | "proof" | "checkPath">,
): Step {
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
