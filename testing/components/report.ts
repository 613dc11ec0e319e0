import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportFollower, ReportServer } from "#lib/contract/report.ts";
import type { MoveFindingId } from "#lib/domain/diagnosis/verdict.ts";
import { serverOf } from "#lib/domain/names/acct.ts";

/** Small reports for tests, complete by the contract; each test says only what it is about. */
const AT = "2026-11-20T14:02:00.000Z";

export const server = (host: string, more: Partial<ReportServer> = {}): ReportServer => {
  const missing = Object.values(more.causes ?? {}).reduce((sum, count) => sum + count, 0) - (more.here ?? 0);
  return {
    host,
    software: { name: "mastodon", version: "4.5.0" },
    known: missing + (more.here ?? 0),
    here: 0,
    missing,
    reach: "works",
    reachCertainty: "likely",
    onePerson: false,
    causes: {},
    facts: [],
    ...more,
  };
};

export const fact = (name: string, value: unknown): ReportServer["facts"][number] => ({
  fact: name,
  known: true,
  value,
  source: { kind: "network", url: "https://far.example/api", at: AT, status: 200 },
});

export const gap = (name: string, why: NonNullable<ReportServer["facts"][number]["gap"]>) => ({
  fact: name,
  known: false,
  gap: why,
});

export const counts = (more: Partial<Report["counts"]> = {}): Report["counts"] => ({
  before: null,
  beforeIs: "unknown",
  here: 0,
  missing: 0,
  missingIs: "at-least",
  newList: 1010,
  newcomers: null,
  neither: null,
  byGroup: {},
  byCause: {},
  byReach: {},
  ...more,
});

export const finding = (cause: MoveFindingId): Report["move"]["findings"][number] => ({
  cause,
  certainty: "proven",
  because: [{ fact: "account", source: { kind: "network", url: "https://old.example/@maria", at: AT, status: 200 } }],
});

export const report = (more: Partial<Report> = {}): Report => ({
  version: 1,
  rules: "2026.1",
  mode: "moved",
  partial: false,
  checkedAt: AT,
  old: {
    acct: "maria@old.example",
    host: "old.example",
    display: "Maria",
    software: { name: "mastodon", version: "4.5.0" },
  },
  new: {
    acct: "maria@new.example",
    host: "new.example",
    display: "Maria",
    software: { name: "mastodon", version: "4.5.0" },
  },
  move: { state: "done", findings: [] },
  counts: counts(),
  servers: [],
  followers: null,
  ...more,
});

export const follower = (acct: string, more: Partial<ReportFollower> = {}): ReportFollower => ({
  acct,
  server: serverOf(acct),
  position: "old-only",
  group: "follower",
  cause: "notice-lost",
  certainty: "likely",
  reach: "works",
  youFollow: false,
  also: [],
  undecided: [],
  because: [],
  ...more,
});

export const state = (more: Partial<CheckState> = {}): CheckState => ({
  id: "abc",
  mode: "moved",
  state: "done",
  rev: 7,
  steps: [],
  waits: [],
  counts: null,
  history: [],
  proof: { state: "off" },
  ...more,
});
