import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAUSE_IDS, CAUSES, judgedCause } from "#lib/causes/index.ts";
import { REACHES, type Reach } from "#lib/domain/diagnosis/verdict.ts";
import { inEnglish } from "#testing/writers.ts";
import { planAsCalendar } from "./calendar.ts";
import { type Addressee, contactWith } from "./contact.ts";
import { daysBetween } from "./day.ts";
import { offerTo } from "./offer.ts";
import { MOST_A_DAY, type PlanInput, planMentions } from "./plan.ts";
import { MOST_PEOPLE, tickedBeforehand } from "./plan-choice.ts";
import { MOST_IN_A_POST } from "./plan-posts.ts";
import { planAsText } from "./plan-text.ts";
import { whyNotTicked } from "./preselect.ts";
import { write } from "./template.ts";
import { publicPost } from "./templates/public-post.ts";

const now = "2026-11-20T23:30:00Z";
const writing = { writer: inEnglish };
const mover = {
  old: "maria@oldtown.example",
  new: "maria@newharbour.example",
  newUrl: "https://newharbour.example/@maria",
};
const person = (acct: string, more: Partial<Addressee> = {}): Addressee => ({
  acct,
  cause: "notice-lost",
  reach: "works",
  youFollow: true,
  ...more,
});
const people = (count: number, host = "far.example") =>
  Array.from({ length: count }, (_, at) => person(`p${at}@${host}`));
const offers = (some: readonly Addressee[], there: Reach) => some.map((one) => offerTo(one, () => there, now));
const plan = (some: readonly Addressee[], more: Partial<PlanInput> = {}, there: Reach = "unknown") =>
  planMentions({ mover, people: offers(some, there), askedBefore: 0, now, writing, ...more });

const addressees = fc.array(
  fc.record(
    {
      acct: fc
        .tuple(fc.nat(60), fc.nat(6))
        .map(([user, host]) => `${"p".repeat(1 + (user % 40))}${user}@h${host}.example`),
      cause: fc.constantFrom(...CAUSE_IDS, "unknown", "unexplained", "clear", null, judgedCause("of-tomorrow")),
      reach: fc.constantFrom(...REACHES, "works" as const, "works" as const),
      youFollow: fc.boolean(),
      mark: fc.constantFrom("asked", "skip", undefined),
      newAddress: fc.option(
        fc.nat(60).map((user) => `p${user}@h9.example`),
        { nil: undefined },
      ),
      provisional: fc.boolean(),
      profile: fc.record(
        {
          bot: fc.boolean(),
          locked: fc.boolean(),
          noindex: fc.boolean(),
          nobot: fc.boolean(),
          lastPostAt: fc.constantFrom("2019-01-01", "2026-11-01"),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["acct", "cause", "reach", "youFollow"] },
  ),
  { maxLength: 120 },
);
const settings = fc.record({
  tickAll: fc.boolean(),
  askedBefore: fc.nat(40),
  askedToday: fc.boolean(),
  newAccountSince: fc.constantFrom("2024-01-01", "2026-11-19T10:00:00Z"),
});
const anyPlan = fc.tuple(addressees, settings).map(([some, { tickAll, ...more }]) => {
  const ticked = tickAll ? { ticked: new Set(some.map(({ acct }) => acct)) } : {};
  return { some, more, plan: plan(some, { ...more, ...ticked }, "works") };
});

describe("whatever is ticked", () => {
  test("no plan exceeds its caps", () => {
    fc.assert(
      fc.property(anyPlan, ({ some, more, plan: { posts } }) => {
        const asked = Math.max(more.askedBefore, some.filter(({ mark }) => mark === "asked").length);
        expect(posts.flatMap(({ to }) => to).length).toBeLessThanOrEqual(Math.max(0, MOST_PEOPLE - asked));
        for (const post of posts) {
          expect(post.to.length).toBeGreaterThan(0);
          expect(post.to.length).toBeLessThanOrEqual(MOST_IN_A_POST);
          expect(new Set(post.to.map((acct) => acct.split("@")[1]))).toEqual(new Set([post.server]));
          expect(post.draft.fits).toBe(true);
          expect(posts.filter(({ day }) => day === post.day).length).toBeLessThanOrEqual(MOST_A_DAY);
          expect(daysBetween(now.slice(0, 10), post.day)).toBeGreaterThanOrEqual(more.askedToday ? 1 : 0);
          expect(daysBetween(more.newAccountSince, post.day)).toBeGreaterThan(6);
        }
      }),
    );
  });

  test("nobody stands in it twice, and nobody who was asked before", () => {
    fc.assert(
      fc.property(anyPlan, ({ some, plan: { posts } }) => {
        const to = posts.flatMap((post) => post.to);
        const marks = posts.flatMap((post) => post.marks);
        expect(new Set(to).size).toBe(to.length);
        expect(new Set(marks).size).toBe(marks.length);
        const asked = some.filter(({ mark }) => mark === "asked").map(({ acct }) => acct);
        expect(marks.filter((acct) => asked.includes(acct))).toEqual([]);
      }),
    );
  });

  test("nobody is written to whom the rules forbid", () => {
    const allowed = new Set<string>(CAUSES.filter(({ contact }) => contact.by === "mention").map(({ id }) => id));
    fc.assert(
      fc.property(anyPlan, ({ some, plan: { posts } }) => {
        for (const acct of posts.flatMap(({ marks }) => marks)) {
          const rows = some.filter((one) => one.acct === acct);
          expect(rows.some((one) => contactWith(one, () => "works").mention)).toBe(true);
          expect(rows.some(({ cause, mark, provisional }) => allowed.has(cause ?? "") && !mark && !provisional)).toBe(
            true,
          );
          // Others of every server here can follow: nothing but a closed way keeps somebody from being written to.
          expect(rows.some(({ reach, cause }) => !["blocked", "gone"].includes(reach) || cause === "moved-on")).toBe(
            true,
          );
        }
      }),
    );
  });

  test("everybody ticked is either in a post or told why not", () => {
    fc.assert(
      fc.property(addressees, (some) => {
        const { posts, leftOut } = plan(some, { ticked: new Set(some.map(({ acct }) => acct)) });
        const accounted = [...posts.flatMap(({ marks }) => marks), ...leftOut.map(({ acct }) => acct)];
        expect(accounted.toSorted()).toEqual(some.map(({ acct }) => acct).toSorted());
      }),
    );
  });
});

describe("ticked beforehand", () => {
  test.each<[string, Partial<Addressee>, string | null]>([
    ["somebody the mover follows", {}, null],
    ["somebody the mover does not follow", { youFollow: false }, "not-followed"],
    ["#nobot", { profile: { nobot: true } }, "no-bots"],
    ["noindex", { profile: { noindex: true } }, "no-index"],
    ["locked", { profile: { locked: true } }, "approves-by-hand"],
    ["a bot", { profile: { bot: true } }, "bot"],
    ["silent for a year and a day", { profile: { lastPostAt: "2025-11-19" } }, "silent"],
    ["silent for less than a year", { profile: { lastPostAt: "2025-11-22" } }, null],
    ["moved on", { cause: "moved-on", newAddress: "bo@far.example" }, "new-address"],
  ])("%s", (_, more, why) => {
    const one = person("a@far.example", more);
    expect(whyNotTicked(one, now)).toBe(why);
    const ticked = tickedBeforehand({ people: offers([one], "works") });
    expect(ticked.has(one.acct)).toBe(why === null);
    const byHand = plan([one], { ticked: new Set([one.acct]) }, "works");
    expect(byHand.posts, "the mover may still tick by hand").toHaveLength(1);
  });

  test("ghosts cannot even be ticked by hand", () => {
    const ghost = person("g@far.example", { cause: "ghost" });
    expect(plan([ghost], { ticked: new Set([ghost.acct]) })).toMatchObject({
      posts: [],
      leftOut: [{ acct: ghost.acct, why: "not-there" }],
    });
  });

  test("a mover without mutuals gets an empty plan and the public post", () => {
    const strangers = people(50).map((one) => ({ ...one, youFollow: false }));
    const empty = plan(strangers);
    expect(empty).toEqual({ posts: [], leftOut: [], waitsForAge: false });
    expect(planAsText(empty, inEnglish)).toBe("");
    expect(write(publicPost, mover, writing).fits).toBe(true);
  });
});

describe("days", () => {
  test("two posts a day, dated", () => {
    const { posts } = plan(people(13));
    expect(posts.map(({ day, nth, to }) => [day, nth, to.length])).toEqual([
      ["2026-11-20", 1, 3],
      ["2026-11-20", 2, 3],
      ["2026-11-21", 1, 3],
      ["2026-11-21", 2, 3],
      ["2026-11-22", 1, 1],
    ]);
  });

  test("after somebody was asked today the next post is tomorrow's", () => {
    expect(plan(people(1), { askedToday: true }).posts[0]?.day).toBe("2026-11-21");
  });

  test("an account younger than a week waits", () => {
    const young = plan(people(1), { newAccountSince: "2026-11-18T22:00:00Z" });
    expect([young.posts[0]?.day, young.waitsForAge]).toEqual(["2026-11-25", true]);
    expect(plan(people(1), { newAccountSince: "2026-11-01T22:00:00Z" }).waitsForAge).toBe(false);
  });

  test("thirty people in all, those before included; people the mover follows first", () => {
    const some = [...people(40).map((one) => ({ ...one, youFollow: false })), person("friend@near.example")];
    const { posts, leftOut } = plan(some, { askedBefore: 28, ticked: new Set(some.map(({ acct }) => acct)) });
    expect(posts.flatMap(({ to }) => to)).toEqual(["friend@near.example", "p0@far.example"]);
    expect(leftOut).toHaveLength(39);
    expect(new Set(leftOut.map(({ why }) => why))).toEqual(new Set(["over-cap"]));
  });

  test("one thing to say and one server a post", () => {
    const mixed = [
      person("a@far.example"),
      person("b@near.example"),
      person("c@far.example", { cause: "old-server-blocked", certainty: "proven" }),
      person("d@far.example"),
    ];
    expect(plan(mixed).posts.map(({ to, kind }) => [kind, ...to])).toEqual([
      ["lost", "a@far.example", "d@far.example"],
      ["lost", "b@near.example"],
      ["blocks-old", "c@far.example"],
    ]);
  });

  test("what fits no post is left out and said", () => {
    const limits = { maxCharacters: 60, charactersPerUrl: 23 };
    expect(plan(people(1), { writing: { ...writing, limits } }).leftOut).toEqual([
      { acct: "p0@far.example", why: "too-long" },
    ]);
  });

  test("a small limit puts fewer people into a post", () => {
    const long = Array.from({ length: 3 }, (_, at) => person(`${"x".repeat(39)}${at}@far.example`));
    const limits = { maxCharacters: 160, charactersPerUrl: 23 };
    const { posts } = plan(long, { writing: { ...writing, limits } });
    expect(posts.map(({ to }) => to.length)).toEqual([2, 1]);
  });
});

describe("the plan to keep", () => {
  const full = plan(people(7));
  test("as text it has days, posts and advice", () => {
    const text = planAsText(full, inEnglish);
    expect(text).toMatch(/^3 posts for 7 people\n/);
    expect(text).toContain("== Friday, 20 November 2026 ==");
    expect(text).toContain("Post 1, for people on far.example\n\n@p0@far.example @p1@far.example @p2@far.example\n");
    expect(text).toContain("at least 3 hours apart");
  });
  test("as calendar it has whole days and nobody's address", () => {
    const calendar = planAsCalendar(full, now, inEnglish);
    expect(calendar.split("\r\n").filter((line) => line.startsWith("DTSTART"))).toEqual([
      "DTSTART;VALUE=DATE:20261120",
      "DTSTART;VALUE=DATE:20261121",
    ]);
    expect(calendar).toContain("DTSTAMP:20261120T233000Z\r\n");
    expect(calendar).not.toMatch(/p0@|far\.example/);
    for (const line of calendar.split("\r\n")) expect(line.length).toBeLessThan(75);
  });
});
