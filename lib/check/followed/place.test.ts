import { describe, expect, it } from "vitest";
import { MOST_FOLLOWED } from "#lib/contract/most-followed.ts";
import { type FollowedPlace, placeAfter, placeFrom } from "./place.ts";

const cursor = { via: "api", at: "max_id=7" } as const;
const cut = { complete: false, gap: "over-budget" } as const;
const gone = { complete: false, gap: "needs-login" } as const;
const ANEW: FollowedPlace = { cursor: null, read: 0, signedIn: true };

describe("where the list of whom the mover follows goes on", () => {
  it.each<[string, FollowedPlace, boolean, FollowedPlace | undefined]>([
    ["as a stranger", { cursor, read: 80 }, false, { cursor, read: 80 }],
    ["as its owner", { cursor, read: 80, signedIn: true }, true, { cursor, read: 80, signedIn: true }],
    [
      "nowhere, where the token it was begun with is gone",
      { cursor, read: 80, signedIn: true },
      false,
      { cursor: null, read: 80, signedIn: true, ended: { complete: false, gap: "needs-login" } },
    ],
    ["nowhere, where all was read", { cursor: null, read: 80, ended: { complete: true } }, true, undefined],
    ["nowhere, where it was cut and nobody signs in", { cursor: null, read: 80, ended: cut }, false, undefined],
    [
      "from its beginning, once its owner signs in",
      { cursor: null, read: 80, ended: cut },
      true,
      { ...ANEW, shown: { read: 80, ended: cut } },
    ],
    ["from its beginning, where it was hidden", { cursor: null, read: 0, ended: cut }, true, ANEW],
    [
      "from its beginning, where the last token was gone",
      { cursor: null, read: 80, signedIn: true, ended: gone },
      true,
      { ...ANEW, shown: { read: 80, signedIn: true, ended: gone } },
    ],
    [
      "with what strangers were shown, where the token went while it waited",
      { ...ANEW, shown: { read: 80, ended: cut } },
      false,
      { cursor: null, read: 80, ended: cut },
    ],
    [
      "nowhere, where its owner was shown no more",
      { cursor: null, read: 80, signedIn: true, ended: cut },
      true,
      undefined,
    ],
    ["nowhere, where as many are read as we read", { cursor: null, read: MOST_FOLLOWED, ended: cut }, true, undefined],
  ])("%s", (_, place, hasToken, expected) => {
    expect(placeFrom(place, hasToken)).toEqual(expected);
  });
});

describe("after a reading with the owner's token of a list that strangers were shown in part", () => {
  const second: FollowedPlace = { ...ANEW, shown: { read: 80, ended: cut } };

  it("waits for a window that is used up before the first page, and goes on there", () => {
    expect(placeAfter(second, cut, "window")).toEqual(second);
    expect(placeFrom(placeAfter(second, cut, "window"), true)).toEqual(second);
  });

  it("keeps what strangers were shown where the token brings nobody", () =>
    expect(placeAfter(second, { complete: false, gap: "needs-login" })).toEqual({
      cursor: null,
      read: 80,
      ended: cut,
    }));

  it("takes the owner's word that nobody is followed any more", () =>
    expect(placeAfter(second, { complete: true })).toEqual({ ...ANEW, ended: { complete: true } }));

  it("counts how often a slow server was tried", () => {
    const tried = placeAfter(placeAfter(second, { complete: false }, "slow"), { complete: false }, "slow");
    expect(tried).toEqual({ ...second, missed: 2 });
  });
});
