import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Is in the new account's list, or where that is hidden, in his own server's list of its followers. Whether the Move did
 * it or a hand, the person came along.
 */
export const here = defineCause({
  id: "here",
  group: "here",
  kind: "positive",
  modes: ["moved"],
  needs: ["arrived"],
  judge: ({ arrived }) => (arrived.value ? arrived.certainty : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "none",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "here" },
  showsNewAddress: false,
  listed: true,
});
