import type { Report, ReportServer } from "#lib/contract/report.ts";
import type { Candidate } from "#lib/plan/compare.ts";

/** A plan for tests, complete by the contract. */
const MASTODON = { name: "mastodon", version: "4.6.5" };

export const candidate = (server: string, more: Partial<Candidate>): Candidate => {
  const { clear = 0, unknown = 0 } = more;
  return {
    ...{ server, account: null, software: MASTODON, signUp: "open", clearOrUnknown: clear + unknown },
    ...{ clear, unknown, waits: 0, cannot: 0, byCause: {}, servers: [], warnings: [] },
    ...more,
  };
};

export const server = (host: string, known: number, plans: NonNullable<ReportServer["plans"]>): ReportServer => ({
  ...{ host, known, plans, here: 0, missing: known, reach: "works", reachCertainty: null },
  ...{ onePerson: false, causes: {}, facts: [] },
});

const each = (quay: string, lantern: string, pine: string, people: number) => ({
  "quay.example": { [quay]: people },
  "lantern.example": { [lantern]: people },
  "pine.test": { [pine]: people },
});

export const planned = (more: Partial<Report> = {}): Report => ({
  ...{ version: 1, rules: "2026.3", mode: "planned", partial: false, checkedAt: "2026-11-20T14:02:00.000Z" },
  old: { acct: "alice@old.example", host: "old.example", display: "Alice", software: MASTODON },
  ...{ new: null, move: { state: "not-started", findings: [] }, followers: null },
  counts: {
    ...{ before: null, beforeIs: "unknown", here: 0, missing: 6700, missingIs: "at-least", newList: null },
    ...{ newcomers: null, neither: null, byGroup: {}, byCause: {}, byReach: {} },
  },
  servers: [
    server("attic.example", 61, each("new-server-blocked", "clear", "clear", 61)),
    server("harbour.example", 120, each("clear", "waiting-for-approval", "clear", 120)),
    server("tower.example", 94, each("unknown", "unknown", "clear", 94)),
    server("brook.example", 300, each("clear", "clear", "clear", 300)),
  ],
  candidates: [
    candidate("pine.test", {
      ...{
        clear: 5980,
        unknown: 640,
        cannot: 80,
        signUp: "closed",
        software: { name: "gotosocial", version: "0.21.0" },
      },
      byCause: { "new-server-blocked": 28 },
    }),
    candidate("quay.example", {
      ...{ clear: 6312, unknown: 228, waits: 20, cannot: 140, signUp: "approval", languages: ["en", "de"] },
      ...{ users: { count: 1900, active: true }, byCause: { "waiting-for-approval": 20 } },
    }),
    candidate("lantern.example", {
      ...{
        clear: 6205,
        unknown: 240,
        waits: 120,
        cannot: 135,
        languages: ["en"],
        users: { count: 12_400, active: true },
      },
      byCause: { "waiting-for-approval": 120, "blocked-by-new-server": 83 },
    }),
  ],
  snapshot: { count: 6700, at: "2026-11-20T14:02:00.000Z" },
  staying: { unreachable: 60, servers: [] },
  lostWhatever: { count: 52, byCause: { "server-gone": 40, "software-ignores-move": 12 } },
  suggestions: [{ host: "brook.example", followers: 300, software: MASTODON, signUp: "open" }],
  ...more,
});
