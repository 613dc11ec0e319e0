import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Followed } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { countFollowed } from "#lib/domain/judging/followed.ts";
import {
  BLOCKED,
  check,
  is,
  LEFT_OUT,
  LIMITED,
  MASKED,
  NEW,
  not,
  OPEN,
  PARENT,
  type SampleFacts,
  STOPPED,
  server,
  TARGET,
  whole,
} from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

const PLANNED = check({ mode: "planned" });
const judged = (facts: ServerFacts, by: CheckFacts = PLANNED): Followed | undefined =>
  judgeServer(by, judgeMove(by), facts, []).followed?.[TARGET];

const BOTH_OPEN: SampleFacts = { onTarget: { list: whole(OPEN) }, byTarget: { list: whole(OPEN) } };
const from = (facts: SampleFacts, change: Partial<ServerFacts> = {}) =>
  judged(server("mastodon", { ...BOTH_OPEN, ...facts }, change));
const misskeyNew: CheckFacts = {
  ...PLANNED,
  targets: [{ ...NEW, software: is({ name: "misskey", version: "2025.4.1" }), federation: is("all" as const) }],
};

describe("whom one could follow from a candidate, by what servers publish of each other", () => {
  it.each<[string, Followed | undefined, Followed["kind"], readonly string[], string | null]>([
    ["both lists without a row", from({}), "can", [], "proven"],
    ["F blocks the candidate", from({ onTarget: { list: whole(BLOCKED) } }), "cannot", ["they-block"], "proven"],
    ["the candidate blocks F", from({ byTarget: { list: whole(BLOCKED) } }), "cannot", ["new-blocks"], "proven"],
    ["a parent of F is blocked", from({ byTarget: { list: whole(PARENT) } }), "cannot", ["new-blocks"], "likely"],
    [
      "both block",
      from({ onTarget: { list: whole(BLOCKED) }, byTarget: { list: whole(PARENT) } }),
      "cannot",
      ["they-block", "new-blocks"],
      "proven",
    ],
    ["F limits the candidate", from({ onTarget: { list: whole(LIMITED) } }), "limited", ["they-limit"], "proven"],
    ["the candidate limits F", from({ byTarget: { list: whole(LIMITED) } }), "limited", ["new-limits"], "proven"],
    [
      "a masked row, maybe of somebody else",
      from({ onTarget: { list: whole(MASKED) } }),
      "unknown",
      ["they-hide"],
      null,
    ],
    ["F keeps its list to itself", from({ onTarget: { list: not("needs-login") } }), "unknown", ["they-hide"], null],
    [
      "the candidate does",
      from({ byTarget: { list: not("needs-login"), peer: is(false) } }),
      "unknown",
      ["new-hides"],
      null,
    ],
    ["and F is among its peers", from({ byTarget: { list: not("needs-login"), peer: is(true) } }), "can", [], "likely"],
    [
      "not on F's list of allowed servers",
      from({ onTarget: { list: whole(LEFT_OUT) } }),
      "cannot",
      ["they-name-whom"],
      "proven",
    ],
    ["F is gone", from({}, { life: is({ state: "gone", by: "everything" }) }), "cannot", ["gone"], "proven"],
    ["F is silent today", from({}, { life: is({ state: "silent" }) }), "unknown", ["silent"], null],
    ["nothing was asked", judged(server(null)), "unknown", ["they-hide", "new-hides"], null],
    [
      "F suspended the account there alone",
      from({ onTarget: { list: whole(OPEN), sight: is({ seen: "known", suspended: true }) } }),
      "cannot",
      ["they-suspend-you"],
      "likely",
    ],
    [
      "a Misskey as candidate stops what it sends to F, and takes in what comes",
      judged(server("mastodon", { onTarget: { list: whole(OPEN) }, byTarget: { list: is(STOPPED) } }), misskeyNew),
      "cannot",
      ["new-blocks"],
      "proven",
    ],
    [
      "a Misskey that never met the candidate: it would show no block either",
      judged(server("misskey", { onTarget: { list: not("never-met") }, byTarget: { list: whole(OPEN) } })),
      "unknown",
      ["they-hide"],
      null,
    ],
    ["people of the candidate itself", judged({ ...server("mastodon"), host: TARGET }), "can", [], "likely"],
  ])("%s", (_, found, kind, why, certainty) => expect(found).toEqual({ kind, why, certainty }));

  it("is said before a move alone", () => expect(judged(server("mastodon", BOTH_OPEN), check())).toBeUndefined());
});

const STANCES = [OPEN, BLOCKED, PARENT, MASKED, LIMITED, LEFT_OUT];
const list = fc.oneof(fc.constantFrom(...STANCES).map(whole), fc.constantFrom("needs-login", "unreachable").map(not));
const facts = fc.record({
  software: fc.constantFrom("mastodon", "gotosocial", "akkoma", "misskey", "pleroma"),
  theirs: list,
  ours: list,
  peer: fc.constantFrom(is(true), is(false), not("needs-login")),
  life: fc.constantFrom("alive", "silent", "gone"),
});
type Drawn = typeof facts extends fc.Arbitrary<infer T> ? T : never;
const drawnServer = ({ software, theirs, ours, peer, life }: Drawn): ServerFacts =>
  server(
    software as "mastodon",
    { onTarget: { list: theirs, peer }, byTarget: { list: ours, peer } },
    { life: is({ state: life as "alive" }) },
  );

describe("whatever servers say", () => {
  it("a kind has its reason, and only what can be told has a certainty", () =>
    fc.assert(
      fc.property(facts, (drawn) => {
        const found = judged(drawnServer(drawn));
        expect(found?.kind === "can").toBe(found?.why.length === 0);
        expect(found?.certainty === null).toBe(found?.kind === "unknown");
      }),
    ));

  it("nobody can be followed where one of the two publishes a block, and nobody is counted out without one", () =>
    fc.assert(
      fc.property(facts, (drawn) => {
        const rows = [drawn.theirs, drawn.ours];
        const shut = rows.some((row) => row.known && row.value.inbound === "blocked" && row.value.match !== "pattern");
        const found = judged(drawnServer(drawn));
        if (shut) expect(["cannot", "unknown"]).toContain(found?.kind);
        if (shut && drawn.software === "mastodon") expect(found?.kind).toBe("cannot");
        if (!shut && drawn.life !== "gone") expect(found?.kind).not.toBe("cannot");
      }),
    ));

  it("the four numbers add up to everybody, servers that nobody asked among them", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(facts), fc.nat(500)), { maxLength: 20 }), (servers) => {
        const rows = servers.map(([drawn, people], at) => {
          const found = drawn && judged(drawnServer(drawn));
          return { host: `${at}.example`, people, followed: found ? { [TARGET]: found } : undefined };
        });
        const { can, limited, cannot, unknown } = countFollowed(TARGET, rows);
        expect(can + limited + cannot + unknown).toBe(servers.reduce((sum, [, people]) => sum + people, 0));
      }),
    ));
});
