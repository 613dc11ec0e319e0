import fc from "fast-check";
import { expect, it } from "vitest";
import { rank } from "#lib/domain/diagnosis/certainty.ts";
import type { Certainty, Outcome } from "#lib/domain/diagnosis/verdict.ts";
import type { AskedAbout, SaidBy } from "#lib/domain/evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, type Gap, gap } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import {
  BLOCKED,
  check,
  fromSnapshot,
  is,
  LIMITED,
  MASKED,
  NEW,
  not,
  OLD,
  OPEN,
  person,
  type SampleSoftware,
  STOPPED,
  server,
  TARGET,
} from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

/** Who shuts out whom. Answers are made from it as each software gives them, masked rows that fit by chance included. */
const truths = fc.record({
  software: fc.constantFrom<SampleSoftware>("mastodon", "mastodon", "mastodon", "misskey", "akkoma", "hollo", "lemmy"),
  mode: fc.constantFrom<CheckFacts["mode"]>("moved", "moved", "planned"),
  place: fc.constantFrom("old", "snapshot", "severed"),
  oldIs: fc.constantFrom("fine", "fine", "suspended", "unread"),
  newIs: fc.constantFrom("fine", "fine", "suspended", "unread"),
  ...{ fOnOld: fc.boolean(), fOnNew: fc.boolean(), newOnF: fc.boolean(), oldOnF: fc.boolean() },
  ...{ closed: fc.boolean(), givenUp: fc.boolean(), suspendsOld: fc.boolean(), suspendsNew: fc.boolean() },
  ...{ limits: fc.boolean(), metNew: fc.boolean(), knowsNew: fc.boolean() },
  ...{ masked: fc.boolean(), came: fc.boolean(), locked: fc.boolean() },
});
type Truth = typeof truths extends fc.Arbitrary<infer T> ? T : never;

const isMastodon = ({ software }: Truth) => software === "mastodon";
const isClosed = (truth: Truth) => isMastodon(truth) && truth.closed;
const gaveUp = (truth: Truth) => !isMastodon(truth) && truth.givenUp;
const shutsNew = (truth: Truth) =>
  truth.fOnNew || (isMastodon(truth) && truth.suspendsNew && truth.newIs !== "suspended");

/** Each sentence that says that somebody is shut out or kept waiting, and when it is true. */
const TRUE: Readonly<Record<string, (truth: Truth) => boolean>> = {
  "new-server-blocked": shutsNew,
  "blocked-by-new-server": ({ newOnF }) => newOnF,
  "closed-federation": isClosed,
  "new-server-given-up": gaveUp,
  "old-server-blocked": ({ fOnOld }) => fOnOld,
  "old-account-suspended": (truth) => isMastodon(truth) && truth.suspendsOld && truth.oldIs !== "suspended",
  "blocked-by-old-server": ({ oldOnF }) => oldOnF,
  "waiting-for-approval": ({ limits, locked }) => limits || locked,
};

const chance = (truth: Truth) => (truth.masked ? MASKED : OPEN);
const LOGIN = not("needs-login");

function aboutOld(truth: Truth): AskedAbout {
  const list = is(truth.fOnOld ? BLOCKED : chance(truth));
  if (!isMastodon(truth)) return { list };
  if (isClosed(truth)) return { list: LOGIN, sight: LOGIN, view: LOGIN, peer: LOGIN };
  const suspended = truth.suspendsOld || truth.oldIs === "suspended";
  const sight = truth.fOnOld ? { seen: "absent" as const } : { seen: "known" as const, suspended, moved: null };
  return { list, sight: is(sight), peer: is(!truth.fOnOld) };
}

function aboutNew(truth: Truth): AskedAbout {
  const { software, fOnNew, metNew, knowsNew } = truth;
  // Whom it shuts out it may never have met, and then it says so.
  if (software === "misskey" && !metNew) return { list: not("never-met") };
  const list = is(fOnNew ? BLOCKED : gaveUp(truth) ? STOPPED : chance(truth));
  if (!isMastodon(truth)) return { list };
  if (isClosed(truth)) return { list: LOGIN, sight: LOGIN, view: LOGIN, peer: LOGIN };
  const suspended = truth.suspendsNew || truth.newIs === "suspended";
  const sight = fOnNew || !knowsNew ? { seen: "absent" as const } : { seen: "known" as const, suspended };
  return { list, sight: is(sight), peer: is(metNew && !fOnNew) };
}

const saidByNew = ({ newOnF, limits }: Truth): SaidBy => ({
  list: is(newOnF ? BLOCKED : limits ? LIMITED : OPEN),
  peer: is(!newOnF && !limits),
  sight: is(newOnF ? { seen: "absent" as const } : { seen: "known" as const, limited: limits }),
});
const saidByOld = ({ oldOnF }: Truth): SaidBy => ({
  list: is(oldOnF ? BLOCKED : OPEN),
  peer: is(!oldOnF),
  sight: is({ seen: oldOnF ? ("absent" as const) : ("known" as const) }),
});

function peopleOf(truth: Truth): readonly Person[] {
  const shut = shutsNew(truth) || truth.newOnF || isClosed(truth) || gaveUp(truth);
  const inOld = truth.place === "old" && !truth.oldOnF;
  const bo = inOld
    ? person("bo")
    : fromSnapshot("bo", truth.place === "severed" && truth.oldOnF ? { before: "severed" } : {});
  const came = truth.came && !shut && truth.mode === "moved";
  return came ? [bo, { acct: "ed@far.example", server: "far.example", in: [TARGET] }] : [bo];
}

const isAt = (state: Truth["oldIs"], acct: string, more: object = {}) =>
  state === "unread" ? LOGIN : is({ acct, ...(state === "suspended" ? { suspended: true } : {}), ...more });

function checkOf({ mode, oldIs, newIs, locked }: Truth): CheckFacts {
  const old = { ...OLD, account: isAt(oldIs, "alice@old.example", { movedTo: "alice@new.example" }) };
  const target = { ...NEW, account: isAt(newIs, "alice@new.example", { locked }), actor: not("needs-signature") };
  return check({ mode, old, targets: [target] });
}

/** Takes facts away by number: nobody answers everything. */
function hiding(mask: readonly boolean[], why: Gap) {
  let at = 0;
  const lose = <T>(fact: Fact<T>): Fact<T> => (mask[at++ % mask.length] ? gap(why) : fact);
  return <T extends object>(facts: T): T =>
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, lose(fact)])) as T;
}

function serverOf(truth: Truth, hide: ReturnType<typeof hiding>): ServerFacts {
  const asked = {
    ...{ onOld: hide(aboutOld(truth)), onTarget: hide(aboutNew(truth)) },
    ...{ byOld: hide(saidByOld(truth)), byTarget: hide(saidByNew(truth)) },
  };
  const own = isMastodon(truth)
    ? { control: isClosed(truth) ? LOGIN : is(true), instance: is({ limitedFederation: truth.closed }) }
    : {};
  return server(truth.software, asked, hide(own));
}

const judge = (truth: Truth, mask: readonly boolean[], why: Gap): readonly Outcome[] => {
  const facts = checkOf(truth);
  const { followers } = judgeServer(facts, judgeMove(facts), serverOf(truth, hiding(mask, why)), peopleOf(truth));
  return followers.flatMap(({ outcomes }) => outcomes[TARGET] ?? []);
};

/** What holds, with how sure it is: shown or beside. */
const sure = ({ cause, certainty, also }: Outcome): ReadonlyMap<string, Certainty> =>
  new Map(
    [...(cause && certainty ? [{ cause, certainty }] : []), ...also].flatMap((one) =>
      one.certainty === "possible" ? [] : [[one.cause, one.certainty]],
    ),
  );

const MASKS = fc.array(fc.boolean(), { minLength: 3, maxLength: 19 });
const WHY = fc.constantFrom<Gap>("hidden-by-server", "needs-login", "over-budget");
const RUNS = { numRuns: 2_000, seed: 20_261_121 };

it("calls nobody shut out or waiting who is not, whatever is hidden", { timeout: 120_000 }, () => {
  const said = new Set<string>();
  fc.assert(
    fc.property(truths, MASKS, WHY, (truth, mask, why) => {
      for (const outcome of judge(truth, mask, why)) {
        for (const cause of sure(outcome).keys()) {
          if (TRUE[cause] && !TRUE[cause](truth)) throw new Error(`${cause} of one who is not`);
          said.add(cause);
        }
        if (outcome.reach === "blocked") expect(shutsNew(truth) || truth.newOnF || gaveUp(truth)).toBe(true);
      }
    }),
    RUNS,
  );
  // Else nothing was put to the test.
  expect([...said].filter((cause) => TRUE[cause]).sort()).toEqual(Object.keys(TRUE).sort());
});

it("is surer of none of it for what is hidden", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(truths, MASKS, WHY, (truth, mask, why) => {
      const seen = judge(truth, [false], why).map(sure);
      judge(truth, mask, why).forEach((outcome, at) => {
        for (const [cause, certainty] of sure(outcome))
          expect(rank(certainty), cause).toBeLessThanOrEqual(rank(seen[at]?.get(cause) ?? "possible"));
      });
    }),
    RUNS,
  );
});
