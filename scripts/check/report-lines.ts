import { UNLISTED } from "#lib/causes/index.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import { tableLines } from "./table.ts";
import { causeTitle, findingLine, followedLine, groupTitle, type Hosts, reachTitle } from "./words.ts";

const SERVERS_SHOWN = 3;

/** What stands on standard output without `--json`. */
export function reportLines(report: Report, { people }: { readonly people: boolean }): readonly string[] {
  const body = report.mode === "planned" ? plannedLines(report) : movedLines(report);
  return [...headLines(report), ...body, ...(people ? peopleLines(report) : [])];
}

const blocks = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.filter((part) => part.length > 0).flatMap((part) => ["", ...part]);

function headLines({ old, new: fresh, move }: Report): readonly string[] {
  const names = { old: old.acct, new: fresh?.acct ?? "the new account" };
  const pair = fresh ? `@${old.acct} → @${fresh.acct}` : `@${old.acct}`;
  return [pair, ...blocks(move.findings.map(({ cause }) => findingLine(cause, names)))];
}

function movedLines(report: Report): readonly string[] {
  const rows = groupRows(missing(report), (person) => causeTitle(person.cause, hostsOf(report)));
  const table = rows.map(([why, those]) => [those.length, why, groupTitle(those[0]?.group ?? "unknown"), where(those)]);
  return blocks(countLines(report), tableLines(["people", "why", "who can act", "servers"], table));
}

function countLines({ counts, move }: Report): readonly string[] {
  if (move.state === "not-started" || move.state === "elsewhere")
    return ["Nobody is judged: we see no move to this account."];
  const { missing: left, missingIs, newList, neither } = counts;
  const followed =
    newList === null ? "The new list could not be read to its end." : `${newList} follow the new account.`;
  const lost = neither && neither.about > 0 ? ` About ${neither.about} are on neither list.` : "";
  const least = missingIs === "exact" || left === 0 ? "" : "At least ";
  // Who is in a list that nobody could read may be there all the same.
  const unseen =
    newList === null ? `${left} known from before and not seen on the new list.` : `${least}${left} missing.`;
  return [`${unseen} ${ofSnapshot(counts)}${followed}${lost}`];
}

/** Against the whole only those of the snapshot: people who followed after it are no part of it. */
function ofSnapshot({ before, beforeIs, parts, newList }: Report["counts"]): string {
  if (beforeIs !== "snapshot" || !parts) return "";
  const { snapshotMissing, snapshotHere } = parts;
  return `Of the ${before} in your snapshot: ${snapshotMissing} ${newList === null ? "not seen there" : "missing"}, ${snapshotHere} came along. `;
}

const missing = ({ followers }: Report): readonly ReportFollower[] =>
  (followers ?? []).filter(({ group }) => group !== "here" && group !== null);

const hostsOf = ({ old, new: fresh }: Report): Hosts => ({ old: old.host, new: fresh?.host ?? "the new server" });

type Group<T> = readonly (readonly [string, readonly T[]])[];
const groupRows = <T>(items: readonly T[], by: (item: T) => string): Group<T> =>
  [...Map.groupBy(items, by)].sort(([, one], [, other]) => other.length - one.length);

function where(people: readonly ReportFollower[]): string {
  const servers = groupRows(people, ({ server }) => server).map(([host, those]) => `${host} ${those.length}`);
  const rest = servers.length - SERVERS_SHOWN;
  return [...servers.slice(0, SERVERS_SHOWN), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

/** One table a candidate. With a single one the row itself holds the outcome. */
function plannedLines(report: Report): readonly string[] {
  const people = report.followers ?? [];
  const candidates = [...new Set(people.flatMap(({ outcomes }) => Object.keys(outcomes ?? {})))];
  const tables = (candidates.length > 0 ? candidates : [""]).map((key) => candidateLines(report, key));
  // Of a hidden list or one that was read in part there are more.
  return blocks([`${people.length} followers known.`], ...tables);
}

function candidateLines(report: Report, key: string): readonly string[] {
  const hosts = { old: report.old.host, new: key || "the candidate" };
  const causeOf = ({ outcomes, cause }: ReportFollower) => outcomes?.[key]?.cause ?? cause;
  const rows = groupRows(report.followers ?? [], (person) => causeTitle(causeOf(person), hosts));
  const table = rows.map(([why, those]) => [those.length, why, where(those)]);
  return [...tableLines(["people", `if you move to ${hosts.new}`, "servers"], table), ...followedLines(report, key)];
}

/** The other direction: whom of those one follows one could follow from there. */
function followedLines({ candidates, following }: Report, key: string): readonly string[] {
  const numbers = candidates?.find(({ server }) => server === key)?.following;
  return numbers && following ? [followedLine(following.total, numbers)] : [];
}

function peopleLines(report: Report): readonly string[] {
  const rows = missing(report)
    .filter(({ cause }) => cause === null || !UNLISTED.has(cause))
    .map((person) => [
      `@${person.acct}`,
      causeTitle(person.cause, hostsOf(report)),
      person.certainty ?? "",
      reachTitle(person.reach),
    ]);
  return blocks(tableLines(["address", "why", "certainty", "can they follow?"], rows));
}
