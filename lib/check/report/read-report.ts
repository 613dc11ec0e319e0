import type { Report, ReportFollower } from "#lib/contract/report.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import type { TargetKey } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { findServers } from "#lib/store/check/find-servers.ts";
import { placeInLively } from "#lib/store/check/people/find-people.ts";
import { type PersonRow, peopleAfter } from "#lib/store/check/people/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import type { Store } from "#lib/store/open/store.ts";
import { namesPeople } from "../accounts/proof.ts";
import { rulesChangedOf } from "../judge/by-new-rules.ts";
import type { CheckDeps } from "../state/deps.ts";
import { countAllFollowed } from "./read-followed.ts";
import { planOf } from "./read-plan.ts";
import { toAccount, toFollower, toServer } from "./read-rows.ts";

/** Above this many people a report comes without them: they are read in pages. */
export const MOST_INLINE = 20_000;
const MOST_SERVERS = 20_000;
const PAGE = 1_000;

/** The filters' target: in a moved check the only one. */
export const towardsOf = (facts: CheckFacts | null): TargetKey | undefined => facts?.targets[0]?.key;

export async function readReport(
  { store, avatarPath }: Pick<CheckDeps, "store" | "avatarPath">,
  row: CheckRow,
  followers: "inline" | "none",
): Promise<Report> {
  const towards = towardsOf(row.facts);
  const servers = await findServers(store, row.id, { limit: MOST_SERVERS });
  const known = servers.items.reduce((sum, server) => sum + server.known, 0);
  const inline = followers === "inline" && known <= MOST_INLINE;
  const named = namesPeople(row);
  const { following, at: followedAt } = await countAllFollowed(store, row);
  return {
    version: 1,
    rules: row.rules ?? "",
    ...rulesOf(row),
    mode: row.mode,
    ...defined({ lookedBackFrom: row.input.lookedBackFrom }),
    partial: row.state !== "done",
    checkedAt: row.updatedAt.toISOString(),
    ...accountsOf(row, avatarPath),
    move: moveOf(row),
    counts: (row.counts as Report["counts"] | null) ?? NOTHING_COUNTED,
    servers: named ? servers.items.map((server) => toServer(server, towards, row.mode)) : [],
    followers: inline ? (named ? await allFollowers(store, row.id, towards) : []) : null,
    ...planOf(row, summariesOf(servers.items), { avatarPath, named, followedAt }),
    ...defined({ following, followedThen: row.input.followedThen }),
  };
}

export const summariesOf = (rows: readonly ServerRow[]) =>
  rows.flatMap(({ host, known, verdict, facts }) =>
    verdict ? [{ host, known, facts, onePerson: verdict.onePerson, towards: verdict.towards }] : [],
  );

function rulesOf(row: CheckRow): Pick<Report, "rulesChanged"> {
  const rulesChanged = rulesChangedOf(row);
  return rulesChanged ? { rulesChanged } : {};
}

type AvatarPath = CheckDeps["avatarPath"];

function accountsOf({ facts, old, targets, mode }: CheckRow, avatarPath: AvatarPath): Pick<Report, "old" | "new"> {
  const unread = (acct: string) => ({ acct, host: serverOf(acct), gap: NOT_ASKED.gap });
  const [first] = targets;
  // A move that was not made has no target; it is judged towards nobody.
  const target = facts?.targets.find(({ host }) => host !== "");
  const moved = mode === "moved";
  return {
    old: facts ? toAccount(facts.old, avatarPath) : unread(old),
    new: !moved ? null : target ? toAccount(target, avatarPath) : first ? unread(first) : null,
  };
}

function moveOf({ move, facts }: CheckRow): Report["move"] {
  if (!move) return { state: "unclear", findings: [] };
  return {
    state: move.state,
    findings: move.findings.map((finding) => ({ ...finding, because: [...finding.because] })),
    ...(facts?.movedAt.known ? { at: facts.movedAt.value } : {}),
  };
}

/** In the order of the page with people: whoever reads a list begins at its top. */
async function allFollowers(store: Store, id: string, towards: TargetKey | undefined): Promise<ReportFollower[]> {
  const all: PersonRow[] = [];
  for (let after = ""; ; after = all.at(-1)?.acct ?? "") {
    const page = await peopleAfter(store, id, after, PAGE);
    all.push(...page);
    if (page.length < PAGE) return inOrder(all).map((row) => toFollower(row, towards));
  }
}

/** They come in the order of their addresses, and keep it where nothing else sets them apart. */
function inOrder(rows: readonly PersonRow[]): readonly PersonRow[] {
  const placed = rows.map((row) => ({ row, place: placeInLively(row) }));
  return placed.sort((one, { place }) => (one.place === place ? 0 : one.place < place ? 1 : -1)).map(({ row }) => row);
}

export const NOTHING_COUNTED: Report["counts"] = {
  ...{ before: null, beforeIs: "unknown", here: 0, missing: 0, missingIs: "at-least" },
  ...{ newList: null, newcomers: null, neither: null, byGroup: {}, byCause: {}, byReach: {} },
};
