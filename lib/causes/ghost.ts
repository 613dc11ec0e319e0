import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The old server lists a follower whom his own server does not know as one: the account was reset, or the
 * message that he left never came. A Move that was carried out takes everybody off that list, so it counts only where
 * his server did not carry it out, or does not list him for the new account either.
 */
export const ghost = defineCause({
  id: "ghost",
  group: "nobody",
  kind: "positive",
  modes: ["moved"],
  scope: ["setting"],
  applies: ({ setting }) => setting.value.inOldList,
  needs: ["followsNeither"],
  judge: ({ followsNeither }) => (followsNeither.value ? followsNeither.certainty : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "none",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "not-there" },
  showsNewAddress: false,
  listed: false,
});
