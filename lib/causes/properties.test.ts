import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "#lib/domain/diagnosis/certainty.ts";
import type { Certainty, Outcome } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, GAPS, type Gap, gap } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import {
  ABILITIES,
  BLOCKED,
  check,
  fromSnapshot,
  is,
  LIMITED,
  NEW,
  not,
  OPEN,
  person,
  type SampleFacts,
  type SampleSoftware,
  STOPPED,
  server,
  TARGET,
  whole,
} from "#testing/sample.ts";
import { countUp, judgeMove, judgeServer, planned } from "./judge.ts";

/** What is so on one server. Facts are rendered from it, so that no two of them contradict each other. */
const truths = fc.record({
  software: fc.constantFrom(...(Object.keys(ABILITIES) as SampleSoftware[])),
  life: fc.constantFrom("alive", "alive", "alive", "gone", "silent"),
  blocksOld: fc.boolean(),
  blocksNew: fc.boolean(),
  givenUp: fc.boolean(),
  suspendsOldAlone: fc.boolean(),
  heard: fc.boolean(),
  oldBlocks: fc.boolean(),
  newBlocks: fc.boolean(),
  limits: fc.boolean(),
  locked: fc.boolean(),
  daysAgo: fc.constantFrom(1, 10, 100),
  publishesMovedTo: fc.boolean(),
  mode: fc.constantFrom("moved", "moved", "planned"),
});
type Truth = typeof truths extends fc.Arbitrary<infer T> ? T : never;

const people = fc.uniqueArray(
  fc.record({
    user: fc.stringMatching(/^[a-z]{1,3}$/),
    place: fc.constantFrom("here", "old-only", "old-only", "neither"),
    home: fc.constantFrom("row", "row", "asked", "moved", "deleted"),
    follows: fc.boolean(),
  }),
  { selector: ({ user }) => user, minLength: 1, maxLength: 8 },
);
type Someone = typeof people extends fc.Arbitrary<(infer T)[]> ? T : never;

function serverOf(truth: Truth, some: readonly Someone[]): ServerFacts {
  const { software, life } = truth;
  if (life !== "alive") return server(null, {}, { life: is({ state: life }), nodeinfo: not("unreachable") });
  const accts = some.filter(({ follows }) => follows).map(({ user }) => `${user}@far.example`);
  const shown =
    software === "mastodon" ? mastodonShows(truth, accts) : software === "misskey" ? misskeyShows(accts) : {};
  return server(
    software,
    {
      onOld: { list: is(truth.blocksOld ? BLOCKED : OPEN), ...shown.onOld },
      onTarget: { list: is(stanceOnNew(truth)), ...shown.onTarget },
      byOld: { list: is(truth.oldBlocks ? BLOCKED : OPEN), peer: is(!truth.oldBlocks) },
      byTarget: { list: is(truth.newBlocks ? BLOCKED : truth.limits ? LIMITED : OPEN) },
    },
    software === "mastodon" ? { control: is(true) } : {},
  );
}

function stanceOnNew({ blocksNew, givenUp, software }: Truth) {
  if (blocksNew) return BLOCKED;
  return givenUp && software !== "mastodon" ? STOPPED : OPEN;
}

function mastodonShows(truth: Truth, accts: readonly string[]): SampleFacts {
  const sight = truth.blocksOld
    ? { seen: "absent" as const }
    : { seen: "known" as const, suspended: truth.suspendsOldAlone, moved: truth.heard ? "alice@new.example" : null };
  const cut = truth.blocksOld || truth.suspendsOldAlone;
  return {
    onOld: { sight: is(sight), peer: is(!truth.blocksOld), ...viewOf(cut, accts) },
    onTarget: truth.blocksNew ? { sight: is({ seen: "absent" as const }), peer: is(false) } : { peer: is(true) },
  };
}

const misskeyShows = (accts: readonly string[]): SampleFacts => ({
  onOld: viewOf(false, accts),
  onTarget: { view: whole({ accts: [] }) },
});
const viewOf = (cut: boolean, accts: readonly string[]) =>
  cut || accts.length === 0 ? {} : { view: whole({ accts }) };

function personOf(truth: Truth, { user, place, home }: Someone): Person {
  const cut = truth.blocksNew || truth.newBlocks || truth.life !== "alive";
  const arrived = place === "here" && !cut && truth.mode === "moved" ? { in: [TARGET] } : {};
  const own =
    home === "asked"
      ? { home: is({ state: "alive" as const }) }
      : home === "row"
        ? {}
        : { home: is({ state: home, ...(home === "moved" ? { movedTo: `${user}@else.example` } : {}) }) };
  const inOld = place === "old-only" && !truth.oldBlocks;
  return { ...(inOld ? person(user) : fromSnapshot(user)), ...arrived, ...own };
}

function checkOf(truth: Truth): CheckFacts {
  const movedAt = is(new Date(Date.parse(check().now) - truth.daysAgo * 86_400_000).toISOString());
  const account = is({ acct: "alice@new.example", locked: truth.locked });
  const old = truth.publishesMovedTo
    ? check().old
    : { ...check().old, actor: is({ uri: "https://old.example/users/alice" }) };
  const before = { is: "snapshot" as const, count: 9 };
  return check({ mode: truth.mode as CheckFacts["mode"], movedAt, before, old, targets: [{ ...NEW, account }] });
}

const worlds = fc.tuple(truths, people).map(([truth, some]) => ({
  check: checkOf(truth),
  server: serverOf(truth, some),
  people: some.map((one) => personOf(truth, one)),
}));
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

const judge = ({ check, server, people }: World) => judgeServer(check, judgeMove(check), server, people);
const outcomes = (world: World): readonly Outcome[] =>
  judge(world).followers.flatMap(({ outcomes }) => outcomes[TARGET] ?? []);

const held = ({ cause, certainty, also }: Outcome): ReadonlyMap<string, Certainty> =>
  new Map([
    ...(cause && certainty ? [[cause, certainty] as const] : []),
    ...also.map((one) => [one.cause, one.certainty] as const),
  ]);

/** A 204 of Misskey is called a gap and says something all the same: that nobody there ever met that server. */
const REASONS = GAPS.filter((reason) => reason !== "never-met");

/** Takes away facts by number, wherever they stand. */
function forget(world: World, which: readonly boolean[], why: Gap): World {
  let at = 0;
  const lose = <T>(fact: Fact<T>): Fact<T> => (which[at++ % which.length] ? gap(why) : fact);
  const loseAll = <T extends object>(facts: T): T =>
    Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, isFact(value) ? lose(value) : value])) as T;
  const { onOld, onTarget, byOld, byTarget, ...rest } = world.server;
  return {
    server: {
      ...loseAll(rest),
      ...{ onOld: loseAll(onOld), byOld: loseAll(byOld) },
      onTarget: { [TARGET]: loseAll(onTarget[TARGET] ?? {}) },
      byTarget: { [TARGET]: loseAll(byTarget[TARGET] ?? {}) },
    },
    check: {
      ...loseAll(world.check),
      old: loseAll(world.check.old),
      targets: world.check.targets.map((side): Side => loseAll(side)),
    },
    people: world.people.map((one) => loseAll(one)),
  };
}
const isFact = (value: unknown): value is Fact<unknown> =>
  typeof value === "object" && value !== null && "known" in value;

const RUNS = { numRuns: 500, seed: 20_261_120 };

describe("whatever is so, and whatever of it is seen", { timeout: 120_000 }, () => {
  it("a fact that goes missing never adds a cause that holds, nor makes one more certain", () => {
    const mask = fc.array(fc.boolean(), { minLength: 5, maxLength: 31 });
    fc.assert(
      fc.property(worlds, mask, fc.constantFrom(...REASONS), (world, which, why) => {
        const seen = outcomes(world).map(held);
        outcomes(forget(world, which, why)).forEach((outcome, at) => {
          for (const [cause, certainty] of held(outcome)) {
            if (certainty === "possible") continue;
            if (rank(certainty) > rank(seen[at]?.get(cause) ?? "possible")) throw new Error(`${cause} ${certainty}`);
          }
        });
      }),
      RUNS,
    );
  });

  it("nothing known is nothing claimed", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...REASONS), (world, why) => {
        const blind = forget(world, [true], why);
        const people = blind.people.map(({ old: _, ...rest }) => ({ ...rest, before: "snapshot" as const, in: [] }));
        for (const outcome of outcomes({ ...blind, people })) expect(outcome.cause).toBe("unknown");
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  it("an unrelated entry changes nothing", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { onOld, onTarget, byTarget } = world.server;
        const view = onOld.view?.known
          ? { view: { ...onOld.view, value: { accts: [...onOld.view.value.accts, "zz@else.example"] } } }
          : {};
        const server = {
          ...world.server,
          onOld: { ...onOld, ...view },
          onTarget: { ...onTarget, "other.example": { list: is(BLOCKED) } },
          byTarget: { ...byTarget, "other.example": { list: is(BLOCKED) } },
        };
        const shown = ({ because: _, ...rest }: Outcome) => rest;
        expect(outcomes({ ...world, server }).map(shown)).toEqual(outcomes(world).map(shown));
      }),
      RUNS,
    );
  });

  it("the order of people and of servers does not matter", () => {
    fc.assert(
      fc.property(worlds, worlds, (one, two) => {
        const other = { ...two, check: one.check };
        const turned = judge({ ...one, people: [...one.people].reverse() });
        const straight = judge(one);
        expect([...turned.followers].reverse()).toEqual(straight.followers);
        const servers = [straight, judge(other)];
        expect(countUp(one.check, [...servers].reverse())).toEqual(countUp(one.check, servers));
      }),
      RUNS,
    );
  });

  it("the numbers add up to the list", () => {
    const total = (numbers: Readonly<Record<string, number>>) =>
      Object.values(numbers).reduce((sum, one) => sum + one, 0);
    fc.assert(
      fc.property(worlds, (world) => {
        const verdict = judge(world);
        const counts = countUp(world.check, [verdict]);
        expect(counts.here + counts.missing).toBe(verdict.followers.length);
        expect(total(counts.byCause)).toBe(verdict.followers.length);
        expect(total(counts.byReach)).toBe(verdict.followers.length);
        expect(total(counts.byGroup)).toBe(verdict.followers.length - (counts.byCause.clear ?? 0));
        const [one] = planned(world.check, judgeMove(world.check), [verdict]).candidates;
        if (world.check.mode === "moved" || !one) return;
        expect(one.clear + one.waits + one.cannot + one.unknown).toBe(verdict.followers.length);
        expect(one.clearOrUnknown).toBe(one.clear + one.unknown);
      }),
      RUNS,
    );
  });

  it("who is counted as here is called so, under whichever name", () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), (world, which) => {
        const people = world.people.map((one, at) =>
          which[at % which.length] ? { ...one, hereAs: `${one.acct}.too` } : one,
        );
        const verdict = judge({ ...world, people });
        const counts = countUp(world.check, [verdict]);
        expect(counts.here).toBe(counts.byGroup.here ?? 0);
        if (world.check.mode === "planned") expect(counts.here).toBe(0);
        const parts = counts.parts ?? { onOld: 0, onNeither: 0, snapshotHere: 0, snapshotMissing: 0 };
        expect(parts.onOld + parts.onNeither).toBe(counts.missing);
        expect(parts.snapshotHere).toBeLessThanOrEqual(counts.here);
      }),
      RUNS,
    );
  });

  it("before a move every reason is counted once, and who is lost anyway is among those who cannot come", () => {
    fc.assert(
      fc.property(fc.array(worlds, { minLength: 1, maxLength: 4 }), ([first, ...rest]) => {
        if (!first) return;
        const check = { ...first.check, mode: "planned" as const };
        const verdicts = [first, ...rest].map((world, at) => {
          const server = { ...world.server, host: `s${at}.example` };
          return judgeServer(check, judgeMove(check), server, world.people);
        });
        const { candidates, staying, lostWhatever } = planned(check, judgeMove(check), verdicts);
        const everybody = verdicts.reduce((sum, { followers }) => sum + followers.length, 0);
        for (const { clear, waits, cannot, unknown, servers } of candidates) {
          expect(clear + waits + cannot + unknown).toBe(everybody);
          expect(servers.reduce((sum, { followers }) => sum + followers, 0)).toBe(everybody - clear);
          expect(lostWhatever.count).toBeLessThanOrEqual(cannot);
        }
        expect(staying.unreachable).toBeLessThanOrEqual(lostWhatever.count);
        for (const { certainty } of staying.servers) expect(certainty).not.toBeNull();
      }),
      RUNS,
    );
  });

  it("an arrival never strengthens a block", () => {
    const blocks = /block|closed|given-up|suspended/;
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 50 }), (world, more) => {
        const before = outcomes(world).map(held);
        const server = { ...world.server, arrived: { [TARGET]: more } };
        outcomes({ ...world, server }).forEach((outcome, at) => {
          for (const [cause, certainty] of held(outcome)) {
            if (!blocks.test(cause)) continue;
            const known = before[at]?.get(cause);
            if (!known || rank(certainty) > rank(known)) throw new Error(`${cause} ${known} ${certainty}`);
          }
        });
      }),
      RUNS,
    );
  });

  it("stored evidence is judged as it was when it was fresh", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(judge(JSON.parse(JSON.stringify(world)))).toEqual(JSON.parse(JSON.stringify(judge(world))));
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
});
