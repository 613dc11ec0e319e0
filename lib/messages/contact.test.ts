import { describe, expect, test } from "vitest";
import { CAUSE_IDS, judgedCause } from "#lib/causes/index.ts";
import { WHY_NOT } from "#lib/domain/diagnosis/contact-rule.ts";
import { REACHES, type Reach } from "#lib/domain/diagnosis/verdict.ts";
import { type Addressee, type Contact, contactWith } from "./contact.ts";

const bo: Addressee = {
  acct: "bo@far.example",
  cause: "notice-lost",
  certainty: "proven",
  reach: "works",
  youFollow: true,
};
const nobody = () => "unknown" as const;
const of = (more: Partial<Addressee>, reachOf: (host: string) => Reach = nobody) =>
  contactWith({ ...bo, ...more }, reachOf);
const CAUSES = [...CAUSE_IDS, "unknown", "unexplained", "clear"] as const;

/** One word for what is offered, so that the whole table can be read. */
function offered({ mention, letter, requests, publicPost, whyNot }: Contact): string {
  return [
    mention ? `mention:${mention.kind}` : null,
    letter ? `letter:${letter}` : null,
    requests ? "requests" : null,
    publicPost ? "post" : null,
    whyNot ? `(${whyNot})` : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

describe("what each cause gets where following works", () => {
  test.each([
    ["here", "(here)"],
    ["here-under-new-name", "(here)"],
    ["server-gone", "(nobody-reads)"],
    ["account-gone", "(nobody-reads)"],
    ["moved-on", "post (cannot-tell)"],
    ["new-server-blocked", "letter:own-admin (their-server-blocks)"],
    ["new-account-suspended", "(new-suspended)"],
    ["blocked-by-new-server", "letter:own-admin (our-server-blocks)"],
    ["closed-federation", "letter:own-admin (their-server-blocks)"],
    ["you-block-their-server", "(you-block)"],
    ["you-block-them", "(you-block)"],
    ["new-server-given-up", "letter:own-admin (given-up)"],
    ["old-server-blocked", "mention:blocks-old post"],
    ["old-account-suspended", "post (moderated)"],
    ["blocked-by-old-server", "mention:cut-by-old post"],
    ["ghost", "(not-there)"],
    ["software-ignores-move", "mention:ignores post"],
    ["no-moved-to", "mention:not-told post"],
    ["waiting-for-approval", "requests (waits-for-you)"],
    ["still-arriving", "(move-under-way)"],
    ["accepted-not-done", "mention:not-done letter:old-admin post"],
    ["notice-lost", "mention:lost letter:old-admin post"],
    ["unknown", "post (cannot-tell)"],
    ["unexplained", "post (cannot-tell)"],
    ["clear", "(move-not-done)"],
    [null, "(move-not-done)"],
    ["a-cause-of-tomorrow", "post (cannot-tell)"],
    ["constructor", "post (cannot-tell)"],
  ])("%s", (cause, expected) => {
    expect(offered(of({ cause: judgedCause(cause) }))).toBe(expected);
  });
});

describe("reach decides", () => {
  test.each<[Reach, string]>([
    ["gone", "(nobody-reads)"],
    ["blocked", "letter:own-admin (their-server-blocks)"],
    ["waits", "mention:blocks-old requests post"],
    ["works", "mention:blocks-old post"],
    ["unknown", "post (cannot-tell)"],
  ])("%s", (reach, expected) => {
    expect(offered(of({ cause: "old-server-blocked", reach }))).toBe(expected);
  });

  test.each(CAUSES)("no cause is mentioned, or told to press a button, where the way is closed: %s", (cause) => {
    for (const reach of ["blocked", "gone"] as const) {
      const contact = of({ cause, reach });
      expect(contact.mention).toBeUndefined();
      expect(contact.publicPost).toBe(false);
      expect(["off-platform", "question"]).not.toContain(contact.copy);
    }
  });

  test.each(CAUSES)("where it is not known whether a follow works, nobody is singled out: %s", (cause) => {
    expect(of({ cause, reach: "unknown" }).mention).toBeUndefined();
  });

  test("whose account nobody looked at is written to where others of that server can follow", () => {
    const person = { cause: "old-server-blocked", reach: "unknown" } as const;
    expect(of(person, () => "works").mention?.kind).toBe("blocks-old");
    expect(of(person, () => "blocked").mention).toBeUndefined();
  });

  test.each(CAUSES)("a person without a mention is shown with the reason: %s", (cause) => {
    for (const reach of REACHES) {
      const contact = of({ cause, reach });
      expect(contact.mention !== undefined || WHY_NOT.some((why) => why === contact.whyNot)).toBe(true);
    }
  });
});

describe("somebody who moved on", () => {
  const moved = { cause: "moved-on", newAddress: "@Bo@Elsewhere.example" } as const;
  test("is written to at the new address, where that works", () => {
    const contact = of(moved, (host) => (host === "elsewhere.example" ? "works" : "gone"));
    expect(contact.mention).toEqual({ kind: "moved", to: "bo@elsewhere.example", server: "elsewhere.example" });
  });
  test.each<Reach>(["blocked", "gone", "unknown"])("is not written to where it is %s", (reach) => {
    expect(of(moved, () => reach).mention).toBeUndefined();
  });
  test("within the same server needs no second answer", () => {
    expect(of({ ...moved, newAddress: "bo2@far.example" }).mention?.to).toBe("bo2@far.example");
  });
});

test.each([
  ["old-server-blocked", "blocks-old"],
  ["blocked-by-old-server", "cut-by-old"],
] as const)("what was only seen from outside is not told to anybody: %s", (cause, published) => {
  expect(of({ cause, certainty: "proven" }).mention?.kind).toBe(published);
  for (const certainty of ["likely", "possible", null, undefined] as const)
    expect(of({ cause, certainty }).mention?.kind).toBe("lost");
});

test("marked people are not written to again", () => {
  expect(offered(of({ mark: "asked" }))).toBe("letter:old-admin post (asked)");
  expect(offered(of({ mark: "skip" }))).toBe("letter:old-admin post (skipped)");
});

test("while the new list is still being read nobody is written to", () => {
  expect(offered(of({ provisional: true }))).toBe("(move-under-way)");
});

test("a block by a server of one is that person's decision, and nobody is written to about it", () => {
  expect(of({ cause: "old-server-blocked", onePerson: true })).toEqual({ publicPost: false, whyNot: "own-decision" });
  expect(of({ cause: "new-server-blocked", onePerson: true })).toEqual({ publicPost: false, whyNot: "own-decision" });
  expect(of({ cause: "notice-lost", onePerson: true }).mention?.kind).toBe("lost");
});
