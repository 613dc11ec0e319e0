import { expect, test } from "vitest";
import { judgedCause } from "#lib/causes/index.ts";
import type { ReportFollower, ReportServer } from "#lib/contract/report.ts";
import { contactWith } from "#lib/messages/contact.ts";
import { letterToOldAdmin } from "#lib/messages/letters/old-admin-letter.ts";
import { offerTo } from "#lib/messages/offer.ts";
import { planMentions } from "#lib/messages/plan.ts";
import { publishedLines } from "#lib/messages/published.ts";
import { inEnglish } from "#testing/writers.ts";

const mover = {
  old: "maria@oldtown.example",
  new: "maria@newharbour.example",
  newUrl: "https://newharbour.example/@maria",
};
const writing = { writer: inEnglish };
const now = "2026-11-20T12:00:00Z";
const source = { kind: "network", url: "https://far.example/list", at: now } as const;

const follower: ReportFollower = {
  acct: "bo@far.example",
  server: "far.example",
  position: "old-only",
  group: "follower",
  cause: "notice-lost",
  certainty: "likely",
  reach: "works",
  youFollow: true,
  also: [],
  undecided: [],
  because: [0],
  profile: { locked: false, lastPostAt: "2026-11-19" },
};
const server: ReportServer = {
  host: "far.example",
  known: 57,
  here: 0,
  missing: 57,
  reach: "blocked",
  reachCertainty: "proven",
  onePerson: false,
  causes: { "notice-lost": 57 },
  facts: [
    { fact: "onTarget.list", known: true, value: { inbound: "blocked", outbound: "blocked", basis: "list" }, source },
  ],
};

test("a report's rows go into plans and letters as they are", () => {
  const reachOf = () => server.reach;
  const addressee = { ...follower, cause: judgedCause(follower.cause) };
  expect(contactWith(addressee, reachOf).mention?.kind).toBe("lost");
  expect(
    planMentions({ mover, people: [offerTo(addressee, reachOf, now)], askedBefore: 0, now, writing }).posts,
  ).toHaveLength(1);
  expect(publishedLines(server.host, "newharbour.example", server.facts)).toMatchObject([{ severity: "suspended" }]);
  const offer = letterToOldAdmin({
    mover,
    servers: [server],
    contact: { host: "oldtown.example" },
    written: false,
    now,
    writing,
  });
  expect(offer.kind).toBe("old-admin");
});
