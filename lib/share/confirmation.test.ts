import { describe, expect, test } from "vitest";
import { AT, facts, NEW_URI, OLD_URI } from "#testing/share.ts";
import { confirmationIn, isBelievable, isMutual } from "./confirmation.ts";

const HIDDEN = { known: false, gap: "needs-signature" } as const;
type Pair = { readonly old: ReturnType<typeof facts>["old"]; readonly new: ReturnType<typeof facts>["old"] };
function pair(oldMore: object = {}, newMore: object = {}): Pair {
  const { old, targets } = facts();
  const [target] = targets;
  if (!target) throw new Error("these tests have one new account");
  return { old: { ...old, ...oldMore }, new: { ...target, ...newMore } };
}
const of = ({ old, new: target }: Pair) => {
  const { oldPointsToNew, newNamesOld } = confirmationIn(old, target, AT);
  return [oldPointsToNew, newNamesOld];
};
const actor = (value: object) => ({ actor: { known: true, value, source: { kind: "network", at: AT } } });
const account = (value: object) => ({ account: { known: true, value, source: { kind: "network", at: AT } } });

describe("whether two accounts name each other", () => {
  test.each<[string, Pair, readonly string[]]>([
    ["both do", pair(), ["yes", "yes"]],
    [
      "by the new profile's address",
      pair(actor({ uri: OLD_URI, movedTo: "https://newharbour.example/@maria" })),
      ["yes", "yes"],
    ],
    ["by the new handle", pair(actor({ uri: OLD_URI, movedTo: "Maria@newharbour.example" })), ["yes", "yes"]],
    [
      "to somebody else",
      pair(actor({ uri: OLD_URI, movedTo: "https://newharbour.example/users/mario" })),
      ["no", "yes"],
    ],
    ["to nobody", pair(actor({ uri: OLD_URI, movedTo: null })), ["no", "yes"]],
    ["its software never says", pair(actor({ uri: OLD_URI })), ["unknown", "yes"]],
    [
      "the actor is hidden and the account says so",
      pair({ actor: HIDDEN, ...account({ acct: "maria@oldtown.example", uri: OLD_URI, movedTo: NEW_URI }) }),
      ["yes", "yes"],
    ],
    ["the old one is not to be seen at all", pair({ actor: HIDDEN, account: HIDDEN }), ["unknown", "unknown"]],
    ["the new actor is hidden", pair({}, { actor: HIDDEN }), ["yes", "unknown"]],
    [
      "the new one names others",
      pair({}, actor({ uri: NEW_URI, alsoKnownAs: ["https://x.example/u"] })),
      ["yes", "no"],
    ],
    ["the new one does not say", pair({}, actor({ uri: NEW_URI })), ["yes", "unknown"]],
  ])("%s", (_, given, expected) => {
    expect(of(given)).toEqual(expected);
  });

  test.each([
    ["yes", "yes", true, true],
    ["yes", "unknown", true, false],
    ["unknown", "yes", false, false],
    ["unknown", "unknown", false, false],
    ["no", "yes", false, false],
    ["yes", "no", false, false],
  ] as const)("%s and %s", (oldPointsToNew, newNamesOld, believable, mutual) => {
    const confirmation = { oldPointsToNew, newNamesOld, at: AT };
    expect([isBelievable(confirmation), isMutual(confirmation)]).toEqual([believable, mutual]);
  });

  test.each([
    ["unknown", "yes", true],
    ["unknown", "unknown", false],
    ["no", "yes", false],
  ] as const)("%s and %s from the owner of the old one", (oldPointsToNew, newNamesOld, believable) => {
    expect(isBelievable({ oldPointsToNew, newNamesOld, oldProven: true, at: AT })).toBe(believable);
  });
});
