import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Followers move too. The account that followed the old one stays behind as a redirect, and the person
 * follows from the new one: comparing names alone would call somebody lost who is there.
 */
export const hereUnderNewName = defineCause({
  id: "here-under-new-name",
  group: "here",
  kind: "positive",
  modes: ["moved"],
  needs: ["home"],
  judge: ({ home }) => (home.value.hereAs ? home.certainty : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "none",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "here" },
  showsNewAddress: true,
  listed: true,
});
