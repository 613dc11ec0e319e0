import fc from "fast-check";
import { expect, it } from "vitest";
import type { View } from "#lib/domain/evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, GAPS, gap } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { defined } from "#lib/flow/defined.ts";
import {
  BLOCKED,
  check,
  is,
  LIMITED,
  NEW,
  not,
  OLD,
  OPEN,
  person,
  ROW,
  type SampleFacts,
  type SampleSoftware,
  server,
  TARGET,
  whole,
} from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

// One verdict serves everybody of a kind. What tells two people apart has to be in the name of their kind.

const read = <T>(value: T, toItsEnd: boolean): Fact<T> => (toItsEnd ? whole(value) : is(value));
const USERS = ["a", "b", "c", "d", "e", "f"];
const some = fc.subarray(USERS.map((user) => `${user}@far.example`));
const views: fc.Arbitrary<Fact<View>> = fc.oneof(
  fc.constant(not("hidden-by-server")),
  fc
    .tuple(some, fc.boolean(), fc.boolean())
    .map(([accts, flags, toItsEnd]) => read({ accts, ...(flags ? { flagged: {} } : {}) }, toItsEnd)),
);

const asked: fc.Arbitrary<SampleFacts> = fc.record({
  onOld: fc.record({ view: views, list: fc.constantFrom(is(OPEN), is(BLOCKED), not("hidden-by-server")) }),
  onTarget: fc.record({ view: views, list: fc.constantFrom(is(OPEN), not("hidden-by-server")) }),
  byTarget: fc.record({ list: fc.constantFrom(is(OPEN), is(LIMITED), not("hidden-by-server")) }),
});

const servers: fc.Arbitrary<ServerFacts> = fc
  .tuple(fc.constantFrom<SampleSoftware>("mastodon", "misskey", "hollo", "akkoma"), asked)
  .map(([software, facts]) => server(software, facts));

const personOf = (user: string): fc.Arbitrary<Person> =>
  fc
    .record({
      row: fc.constantFrom(undefined, ROW, {}),
      isHere: fc.boolean(),
      before: fc.constantFrom(undefined, "snapshot" as const, "list" as const, "severed" as const),
      home: fc.option(fc.constantFrom(...GAPS), { nil: undefined }),
    })
    .map(({ row, isHere, before, home }) => {
      const { old: _, ...rest } = person(user);
      return {
        ...rest,
        in: isHere ? [TARGET] : [],
        ...defined({ old: row }),
        ...(before ? { before } : row ? {} : { before: "snapshot" as const }),
        ...(home ? { home: gap(home) } : {}),
      };
    });

const checks: fc.Arbitrary<CheckFacts> = fc
  .tuple(fc.constantFrom<CheckFacts["mode"]>("moved", "planned"), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([mode, oldWhole, newWhole, locked]) =>
    check({
      mode,
      old: { ...OLD, list: read({ read: 9 }, oldWhole) },
      targets: [{ ...NEW, account: is({ acct: "alice@new.example", locked }), list: read({ read: 9 }, newWhole) }],
    }),
  );

it("the person before somebody in a list has no part in what is said of him", { timeout: 60_000 }, () => {
  const crowd = fc.tuple(...USERS.map(personOf));
  fc.assert(
    fc.property(checks, servers, crowd, (given, facts, people) => {
      const judge = (order: readonly Person[]) => judgeServer(given, judgeMove(given), facts, order).followers;
      const together = new Map(judge(people).map((one) => [one.acct, one]));
      for (const one of people) {
        const [first] = judge([one, ...people.filter((other) => other !== one)]);
        expect(first).toEqual(together.get(one.acct));
      }
    }),
    { numRuns: 400, seed: 20_261_121 },
  );
});
