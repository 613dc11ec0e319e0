import type { Report } from "#lib/contract/report.ts";
import { canBeTarget, publishesMovedTo } from "#lib/software/abilities.ts";
import type { Candidate } from "./compare.ts";

/** What only who knows the software can tell. Each has words. */
export type Warning =
  | { readonly id: Plain }
  | { readonly id: "limits" | "its-blocks" | "blocks-it" | "closed-circle"; readonly people: number };
type Plain = (typeof PLAIN)[number] | "not-read" | "move-unknown" | "secure";

/** Findings about a candidate's account that are shown under their own names. */
const PLAIN = ["new-account-locked", "new-account-unverifiable"] as const;

export function warningsOf({ byCause, software, signUp, account, warnings }: Candidate): readonly Warning[] {
  const people = (cause: string) => byCause[cause] ?? 0;
  const found = warnings.map(({ id }) => id);
  const locked = found.includes("new-account-locked");
  const counted = [
    { id: "its-blocks", people: people("blocked-by-new-server") },
    { id: "blocks-it", people: people("new-server-blocked") + people("new-server-given-up") },
    { id: "closed-circle", people: people("closed-federation") },
    { id: "limits", people: locked ? 0 : people("waiting-for-approval") },
  ] as const;
  return [
    ...(software === undefined && signUp === "unknown" ? [{ id: "not-read" } as const] : []),
    ...(software && canBeTarget(software) === undefined ? [{ id: "move-unknown" } as const] : []),
    ...PLAIN.filter((id) => found.includes(id)).map((id) => ({ id })),
    ...(account?.gap === "needs-signature" ? [{ id: "secure" } as const] : []),
    ...counted.filter((one) => one.people > 0),
  ];
}

/** What is true of the old account, whatever it moves to. */
export type OldWarning =
  | { readonly id: "no-moved-to"; readonly people: number }
  | { readonly id: "points-away"; readonly to: string };

export function warningsOfOld({ old, lostWhatever }: Report): readonly OldWarning[] {
  const people = lostWhatever?.byCause["no-moved-to"] ?? 0;
  const silent = old.software !== undefined && publishesMovedTo(old.software) === false && people > 0;
  return [
    ...(old.movedTo ? [{ id: "points-away", to: old.movedTo } as const] : []),
    ...(silent ? [{ id: "no-moved-to", people } as const] : []),
  ];
}
