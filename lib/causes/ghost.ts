import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The old server lists a follower whom his own server does not know as one: the account was reset, or the
 * word that he left never came. He was not following on the day of the move, so nothing was lost by it.
 */
export const ghost = defineCause({
  id: "ghost",
  group: "nobody",
  kind: "positive",
  modes: ["moved"],
  scope: ["setting", "viewTarget"],
  applies: ({ setting, viewTarget }) => setting.value.inOldList && !(viewTarget.known && viewTarget.value),
  needs: ["viewOld"],
  judge: ({ viewOld }) => (viewOld.value ? "no" : viewOld.certainty),
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
