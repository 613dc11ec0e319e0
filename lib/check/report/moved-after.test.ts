import { expect, it } from "vitest";
import type { Account } from "#lib/domain/evidence/side.ts";
import { check, is, not, OLD } from "#testing/sample.ts";
import { movedAfterOf } from "./moved-after.ts";

const POINTS: Partial<Account> = { movedTo: "alice@else.example" };

const ON: Partial<Account> = { ...POINTS, lastPostAt: "2026-06-29" };

it.each<[string, string, Partial<Account>, string | undefined, string?]>([
  ["points away", "mastodon", { ...POINTS, lastPostAt: "2026-06-29" }, "2026-06-29"],
  ["is on a fork", "hometown", { ...POINTS, lastPostAt: "2026-06-29T11:00:00.000Z" }, "2026-06-29"],
  ["has never posted", "mastodon", POINTS, undefined],
  ["has a day that is none", "mastodon", { ...POINTS, lastPostAt: "lately" }, undefined],
  ["points nowhere", "mastodon", { movedTo: null, lastPostAt: "2026-06-29" }, undefined],
  ["may post on after a move, as glitch-soc lets it", "mastodon", ON, undefined, "4.6.5+glitch"],
  [
    "may post on after a move, as another software lets it",
    "gotosocial",
    { ...POINTS, lastPostAt: "2026-06-29" },
    undefined,
  ],
])("an account that %s", (_, name, more, movedAfter, version = "4.6.5") => {
  const account = is({ acct: "alice@old.example", ...more });
  const facts = check({ old: { ...OLD, software: is({ name, version }), account } });
  expect(movedAfterOf(facts)).toEqual(movedAfter === undefined ? {} : { movedAfter });
});

it("says nothing of an account that could not be read", () => {
  expect(movedAfterOf(check({ old: { ...OLD, account: not("unreachable") } }))).toEqual({});
});
