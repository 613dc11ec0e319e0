import { peopleWhere } from "#lib/causes/index.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { pageUrl } from "#lib/software/index.ts";
import { findingIds } from "./overview/findings.ts";

/** `people` is null where only the mover can count them. `url` leads to the mover's own servers alone, and is null where its path there is not known. */
export type Action = {
  readonly id:
    | "finish-alias"
    | "finish-move"
    | "finish-redirect"
    | "swap"
    | "requests"
    | "lift"
    | "post"
    | "own-admin"
    | "old-admin"
    | "ask-there";
  readonly people: number | null;
  readonly upTo?: boolean;
  readonly minutes: number;
  readonly host?: string;
  readonly url?: string | null;
};

const MOST = 3;
/** Below this a letter singles people out. */
const WORTH_A_LETTER = 5;

/** At most three things to do, those first that help most people. */
export function chooseActions(report: Report): readonly Action[] {
  const finish = swap(report) ?? finishMove(report);
  if (finish) return [finish];
  if (report.move.state === "elsewhere" || report.move.state === "not-started") return [];
  return [requests(report), lift(report), post(report), ownAdmin(report), oldAdmin(report), askThere(report)]
    .filter((action) => action !== null)
    .filter(({ people }) => people === null || people > 0)
    .sort((one, other) => worth(other) - worth(one))
    .slice(0, MOST);
}

/** Follow requests that only the mover can count may be all who came: they come first. */
const worth = ({ people, minutes }: Action): number => (people ?? Number.POSITIVE_INFINITY) - minutes / 1_000;

function swap({ move, old, new: fresh }: Report): Action | null {
  if (!fresh || !findingIds(move).has("swapped")) return null;
  const start = `/?old=${encodeURIComponent(fresh.acct)}&new=${encodeURIComponent(old.acct)}`;
  return { id: "swap", people: null, minutes: 1, url: start };
}

/** As long as the move itself is not right, nothing else is worth a minute. */
function finishMove({ move, old, new: fresh, counts }: Report): Action | null {
  const ids = findingIds(move);
  const people = counts.missing || old.followers || null;
  if (ids.has("alias-missing") && fresh)
    return { id: "finish-alias", people, minutes: 15, ...settingsOn("aliases", fresh) };
  const settings = { minutes: 10, ...settingsOn("move", old) };
  if (ids.has("move-not-started")) return { id: "finish-move", people, ...settings };
  // After a Move, cancelling the redirect costs 30 days: it is advised only where none was made for sure.
  const onlyRedirect = move.findings.some(
    ({ cause, certainty }) => cause === "redirect-only" && certainty !== "possible",
  );
  if (onlyRedirect) return { id: "finish-redirect", people, ...settings };
  return null;
}

const settingsOn = (setting: "aliases" | "move", { host, software }: Report["old"]) => ({
  host,
  url: pageUrl(setting, host, software?.name),
});

function requests({ move, counts, new: fresh }: Report): Action | null {
  const waiting = peopleWhere(counts.byCause, ({ helps }) => helps === "requests");
  const ids = findingIds(move);
  if (!fresh || (waiting === 0 && !ids.has("new-account-locked") && !ids.has("check-requests"))) return null;
  const people = Math.max(waiting, counts.neither?.about ?? 0);
  return {
    id: "requests",
    people: people > 0 ? people : null,
    upTo: true,
    minutes: 1,
    host: fresh.host,
    url: pageUrl("followRequests", fresh.host, fresh.software?.name),
  };
}

/** Blocks of one's own, which the sign-in showed: their owner alone can take them back, and may want them. */
function lift({ counts, new: fresh }: Report): Action | null {
  const people = peopleWhere(counts.byCause, ({ helps }) => helps === "lift");
  return fresh && people > 0 ? { id: "lift", people, upTo: true, minutes: 5, host: fresh.host } : null;
}

export function mayPost({ move }: Pick<Report, "move">): boolean {
  const ids = findingIds(move);
  return move.state !== "elsewhere" && !NOT_TO_BE_FOLLOWED.some((id) => ids.has(id));
}

/** People who follow by hand would end at another account, or at none. */
const NOT_TO_BE_FOLLOWED = ["new-account-gone", "new-account-redirects", "new-account-unverifiable"] as const;

/** Everybody who could follow after reading it, known to be reachable or not known to be cut off. */
function post(report: Report): Action | null {
  const { counts } = report;
  if (!mayPost(report)) return null;
  const cannot = (counts.byReach.blocked ?? 0) + (counts.byReach.gone ?? 0);
  const other = peopleWhere(counts.byCause, ({ helps, listed }) => helps === "requests" || helps === "wait" || !listed);
  const need = counts.missing - cannot - other;
  return need > 0 ? { id: "post", people: need, upTo: true, minutes: 3 } : null;
}

/** One letter speaks for one server. */
export const freedByLetter = ({ causes, onePerson }: ReportServer): number =>
  onePerson ? 0 : peopleWhere(causes, ({ helps }) => helps === "letter");

function ownAdmin({ servers }: Report): Action | null {
  const best = largest(servers, freedByLetter);
  return best && best.people >= WORTH_A_LETTER ? { id: "own-admin", ...best, minutes: 10 } : null;
}

/** A move that is sent again leads to the same account: where that one cannot be followed it changes nothing. */
function oldAdmin(report: Report): Action | null {
  const { counts, old } = report;
  if (!mayPost(report)) return null;
  const people = peopleWhere(counts.byCause, ({ helps }) => helps === "replay");
  return people >= WORTH_A_LETTER ? { id: "old-admin", people, upTo: true, minutes: 10, host: old.host } : null;
}

function askThere({ servers }: Report): Action | null {
  const best = largest(servers, ({ causes, onePerson, reach }) =>
    onePerson || reach === "works" ? 0 : (causes.unknown ?? 0),
  );
  return best && best.people >= WORTH_A_LETTER ? { id: "ask-there", ...best, upTo: true, minutes: 20 } : null;
}

function largest(servers: readonly ReportServer[], peopleOf: (server: ReportServer) => number) {
  return servers.reduce<{ host: string; people: number } | null>((best, server) => {
    const people = peopleOf(server);
    return people > (best?.people ?? 0) ? { host: server.host, people } : best;
  }, null);
}
