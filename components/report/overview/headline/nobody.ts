import type { Report } from "#lib/contract/report.ts";
import { chooseHeadline, type Phase, type Saying } from "./headline.ts";

type WhyNobody = "reading" | "refused" | "unsaid" | "notMoved" | "unproven" | "nobody";

/** Why a list of people or servers is empty. It is good news only where the lists were read. */
export function whyNobody(report: Report, phase: Phase): WhyNobody {
  const headline = chooseHeadline(report, phase);
  if (headline.kind === "said") return WHY[headline.id];
  // The report knows of people and names none: a follower is named to the owner alone.
  if (report.servers.length === 0 && report.counts.missing > 0) return "unproven";
  return phase === "running" ? "reading" : "nobody";
}

const WHY: Readonly<Record<Saying, WhyNobody>> = {
  reading: "reading",
  refused: "refused",
  failed: "unsaid",
  "failed-some": "unsaid",
  stopped: "unsaid",
  "not-moved": "notMoved",
  "not-through": "notMoved",
  swapped: "notMoved",
  elsewhere: "notMoved",
  "everything-hidden": "unsaid",
  "everything-unread": "unsaid",
  "old-hidden": "unsaid",
  "old-closed": "unsaid",
  "old-unread": "unsaid",
  nobody: "nobody",
  "all-here": "nobody",
};
