import type { Report, ReportFollower, ReportServer } from "#lib/contract/report.ts";

const AT = "2026-11-20T14:02:00.000Z";
const MASTODON = { name: "mastodon", version: "4.6.5" } as const;
const account = (acct: string, host: string) => ({ acct, host, display: "Alice Moreau", software: MASTODON });

const server = (host: string, more: Partial<ReportServer>): ReportServer => ({
  ...{ host, software: MASTODON, onePerson: false, known: 0, here: 0, missing: 0, causes: {}, facts: [] },
  ...{ reach: "unknown", reachCertainty: "likely" },
  ...more,
});

/** A made-up result in which every group of the table has somebody. */
export const SAMPLE: Report = {
  ...{ version: 1, rules: "2026.1", mode: "moved", partial: false, checkedAt: AT, followers: null },
  old: account("alice@oldtown.example", "oldtown.example"),
  new: account("alice@new.example", "new.example"),
  move: { state: "done", findings: [] },
  counts: {
    ...{ before: 120, beforeIs: "snapshot", here: 70, missing: 50, missingIs: "exact", newList: 84 },
    ...{ newcomers: 14, neither: null, byReach: { works: 31, blocked: 9, gone: 4, unknown: 6 } },
    parts: { onOld: 50, onNeither: 0, snapshotHere: 70, snapshotMissing: 50, youFollow: 12 },
    byGroup: { here: 70, follower: 31, admin: 9, nobody: 4, unknown: 6 },
    byCause: {
      here: 70,
      "old-server-blocked": 20,
      "notice-lost": 11,
      "new-server-blocked": 9,
      "server-gone": 4,
      unknown: 6,
    },
  },
  servers: [
    server("harbour.example", {
      ...{ known: 26, here: 6, missing: 20, reach: "works" },
      causes: { here: 6, "old-server-blocked": 20 },
    }),
    server("attic.example", { known: 9, missing: 9, reach: "blocked", causes: { "new-server-blocked": 9 } }),
    server("tower.example", { known: 81, here: 64, missing: 17, causes: { here: 64, "notice-lost": 11, unknown: 6 } }),
  ],
};

const look = (day: string, missing: number, arrived: number) => ({
  ...{ at: `2026-11-${day}T14:02:00.000Z`, missing, arrived, here: 120 - missing, newList: 134 - missing },
  byItself: true as const,
});
export const HISTORY = [look("10", 72, 48), look("11", 66, 6), look("13", 61, 5), look("20", 50, 11)];

const person = (acct: string, more: Partial<ReportFollower>): ReportFollower => ({
  ...{ acct, server: acct.slice(acct.indexOf("@") + 1), position: "old-only", group: "follower" },
  ...{ cause: "old-server-blocked", certainty: "proven", reach: "works", youFollow: false },
  ...{ also: [], undecided: [], because: [] },
  ...more,
});

export const PEOPLE: readonly ReportFollower[] = [
  person("clara@harbour.example", { youFollow: true }),
  person("deniz@harbour.example", { mark: "asked" }),
  person("bo@attic.example", { cause: "new-server-blocked", group: "admin", reach: "blocked" }),
  person("ruth@tower.example", { cause: "unknown", group: "unknown", certainty: "possible", reach: "unknown" }),
];
