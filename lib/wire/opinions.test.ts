import { afterEach, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Elsewhere } from "#world/serve/elsewhere.ts";

const LISTS = "/wp-content/uploads/2025/10";
const TIER0 = "/oliphant/blocklists/raw/branch/main/blocklists/mastodon/_unified_tier0_blocklist.csv";
const csv = (body: string) => ({ type: "text/csv", body });
const json = (body: object, status = 200) => ({ type: "application/json", body: JSON.stringify(body), status });
const NOBODY = json({ message: "No Instance found matching provided domain." }, 404);

const FIRES = "https://fires.example/datasets/dni-list";
const SNAPSHOT = "https://fires.example/datasets/7/snapshot";
const dataset = { type: "Dataset", name: "DNI List", endpoints: { snapshot: SNAPSHOT } };
const ofFires = (type: string, entityKey: string, more: object = {}) => ({
  type,
  entityKind: "domain",
  entityKey,
  ...more,
});
const items = [
  ofFires("Advisory", "calm.test"),
  ofFires("Recommendation", "loud.test", { recommendedPolicy: "drop" }),
  ofFires("Recommendation", "club.test", { recommendedPolicy: "filter" }),
];

/** As these websites answer; one of the lists is not there on that day. */
const ELSEWHERE: Elsewhere = {
  "about.iftas.org": {
    [`${LISTS}/iftas-dni-latest.csv`]: csv("#domain,#severity,#public_comment\nbad.example,suspend,spam\n"),
    "/wp-content/uploads/2026/06/iftas-cariad-latest.csv": csv(
      "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\nloud.test,suspend,FALSE,FALSE,CARIAD,FALSE\n",
    ),
  },
  "fires.example": {
    "/datasets/dni-list": json(dataset),
    "/datasets/7/snapshot": json({ type: "OrderedCollection", totalItems: items.length, items }),
  },
  "codeberg.org": { [TIER0]: csv("#domain,#severity\nloud.test,suspend\nclub.test,silence\n") },
  "fediseer.com": {
    "/api/v1/censures/loud.test": json({
      instances: [{ id: 1, domain: "strict.example", software: "lemmy", censure_reasons: ["spam", "no replies"] }],
      total: 1,
    }),
    "/api/v1/endorsements/calm.test": json({
      instances: [
        { id: 2, domain: "kind.example" },
        { id: 3, domain: "" },
      ],
    }),
    "/api/v1/hesitations/loud.test": NOBODY,
    "/api/v1/endorsements/loud.test": NOBODY,
    // Of calm.test the others are not there at all: that is no word of FediSeer's.
    "/api/v1/censures/calm.test": json({ message: "The requested URL was not found on the server." }, 404),
  },
};

let opened: TestApp | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function compared(hints: "off" | "lists" | "all"): Promise<{ report: Report; asked: readonly string[] }> {
  opened = await openTestApp("planned-move", { elsewhere: ELSEWHERE, hints, fires: FIRES });
  const { app, world } = opened;
  const candidates = ["calm.test", "loud.test", "club.test"];
  const made = await app.checks.create({ mode: "planned", old: "@alice@old.test", candidates });
  if (!made.ok) throw new Error("the check was not made");
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(60_000))) void event;
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("the report is not there");
  const asked = world.requests.filter(({ host }) => host in ELSEWHERE && !host.endsWith(".test"));
  return { report, asked: asked.map(({ host, path }) => `${host}${path}`).filter((at) => !at.endsWith("/robots.txt")) };
}
const said = ({ candidates = [] }: Report) =>
  Object.fromEntries(candidates.map(({ server, opinions }) => [server, opinions]));
const numbers = ({ candidates = [] }: Report) =>
  candidates.map(({ opinions: _, account: _account, ...candidate }) => candidate);

it("tells what lists and admins say of each candidate, and counts nobody by it", { timeout: 120_000 }, async () => {
  const all = await compared("all");
  await opened?.close();
  const off = await compared("off");

  const { "calm.test": calm, "loud.test": loud, "club.test": club } = said(all.report);
  expect(loud?.lists).toEqual({
    ...{ "iftas-dni": "not-named", "iftas-aud": null, "iftas-cariad": "blocked", "oliphant-tier0": "blocked" },
    "DNI List (fires.example)": "blocked",
  });
  expect([club, calm].map((one) => one?.lists?.["DNI List (fires.example)"])).toEqual(["limited", "warned"]);
  expect(club?.lists).toMatchObject({ "oliphant-tier0": "limited" });
  expect(calm?.lists).toMatchObject({ "oliphant-tier0": "not-named" });
  expect(loud?.fediseer).toEqual({
    censures: [{ by: "strict.example", reasons: ["spam", "no replies"] }],
    ...{ hesitations: [], endorsements: [] },
  });
  expect(calm?.fediseer).toEqual({
    ...{ censures: null, hesitations: null },
    endorsements: [{ by: "kind.example", reasons: [] }],
  });

  expect(off.asked).toEqual([]);
  expect(Object.values(said(off.report))).toEqual([undefined, undefined, undefined]);
  expect(numbers(all.report)).toEqual(numbers(off.report));
});

it("downloads lists whole: nobody is told which server was looked up", { timeout: 120_000 }, async () => {
  const { asked, report } = await compared("lists");
  expect(asked).toHaveLength(6);
  expect(asked.filter((at) => /calm|loud|club|fediseer/.test(at))).toEqual([]);
  expect(said(report)["loud.test"]).not.toHaveProperty("fediseer");
});
