import type { Gap } from "#lib/domain/evidence/fact.ts";
import type { BeforeScene } from "./scene.ts";

export type Saying =
  | "range"
  | "reading"
  | "stopped"
  | "hidden"
  | "closed"
  | "unread"
  | "nobody"
  | "old-cannot"
  | "none"
  | "failed"
  | "refused"
  | "not-found"
  | "suggesting";

/** Which sentence stands first. Numbers come first only where they are all in. */
export function sayingOf({ report, comparison, ended, phase }: BeforeScene): Saying {
  if (phase === "refused") return "refused";
  if (phase === "failed") return report.old.gap === "never-met" ? "not-found" : "failed";
  if (!ended) return "reading";
  const { total, best, candidates } = comparison;
  const empty = total === 0 && known(report) === 0 ? withoutList(report) : undefined;
  if (phase === "stopped") return empty === "hidden" ? empty : "stopped";
  if (empty) return empty;
  if (candidates.length === 0) return "suggesting";
  if (best) return "range";
  return candidates.every(({ closedBy }) => closedBy === "old-software") ? "old-cannot" : "none";
}

function withoutList({ move, old }: BeforeScene["report"]): Saying {
  const found = move.findings.map(({ cause }) => cause);
  if (found.includes("old-list-hidden")) return "hidden";
  // Not its owner's choice: no setting of theirs opens it.
  if (found.includes("old-list-closed")) return "closed";
  return old.gap !== undefined || found.includes("old-unreachable") ? "unread" : "nobody";
}

/** What kept the list from us, or the account. */
export function whyUnread({ move, old }: BeforeScene["report"]): Gap {
  const closed = move.findings.find(({ cause }) => cause === "old-list-closed");
  return closed?.because[0]?.gap ?? old.gap ?? "unreachable";
}

const known = ({ servers }: BeforeScene["report"]): number => servers.reduce((sum, server) => sum + server.known, 0);
