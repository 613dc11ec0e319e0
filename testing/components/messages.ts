import type { MentionScene, Offered } from "#components/messages/names/mention-scene.ts";
import english from "#i18n/en.json" with { type: "json" };
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import type { Addressee, ReachOf } from "#lib/messages/contact.ts";
import { offerTo } from "#lib/messages/offer.ts";

/** One mover for the tests of this room; each test says only what it is about. */
export const NOW = "2026-11-20T12:00:00.000Z";
const mastodon = { name: "mastodon", version: "4.5.0" };

export const mover = {
  old: "maria@oldtown.example",
  new: "maria@newharbour.example",
  newUrl: "https://newharbour.example/@maria",
};

export const report = (more: Partial<Report> = {}): Report => ({
  version: 1,
  rules: "2026.1",
  mode: "moved",
  partial: false,
  checkedAt: NOW,
  old: { acct: mover.old, host: "oldtown.example", software: mastodon },
  new: { acct: mover.new, host: "newharbour.example", url: mover.newUrl, software: mastodon },
  move: { state: "done", findings: [] },
  counts: {
    ...{ before: null, beforeIs: "unknown", here: 0, missing: 12, missingIs: "at-least", newList: 1010 },
    ...{ newcomers: null, neither: null, byGroup: {}, byCause: {}, byReach: {} },
  },
  servers: [],
  followers: null,
  ...more,
});

export const server = (host: string, more: Partial<ReportServer> = {}): ReportServer => ({
  ...{ host, software: mastodon, known: 9, here: 0, missing: 9, reach: "works", reachCertainty: "likely" },
  ...{ onePerson: false, causes: {}, facts: [] },
  ...more,
});

/** A line that `far.example` or, as `byTarget.list`, the new server publishes. */
export const published = (
  fact: "onTarget.list" | "byTarget.list",
  more: object = {},
): ReportServer["facts"][number] => ({
  fact,
  known: true,
  value: { inbound: "blocked", outbound: "blocked", basis: "list", match: "exact", ...more },
  source: { kind: "network", url: "https://far.example/list", at: NOW, status: 200 },
});

export const state = (more: Partial<CheckState> = {}): CheckState => ({
  ...{ id: "abc", mode: "moved", state: "done", rev: 7, steps: [], waits: [], history: [] },
  counts: report().counts,
  proof: { state: "off" },
  ...more,
});

type PersonFields = Partial<Addressee> & { readonly display?: string };
export const person = (acct: string, more: PersonFields = {}, reachOf: ReachOf = () => "unknown"): Offered => ({
  ...offerTo(
    { acct, cause: "notice-lost", certainty: "likely", reach: "works", youFollow: false, ...more },
    reachOf,
    NOW,
  ),
  ...(more.display ? { display: more.display } : {}),
});

export const scene = (people: readonly Offered[], more: Partial<MentionScene> = {}): MentionScene => ({
  ...{ mover, now: NOW, people, asked: 0 },
  limits: { maxCharacters: 500, charactersPerUrl: 23 },
  words: { language: "en", texts: english.texts },
  ...more,
});
