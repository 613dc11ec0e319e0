import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Moving is an extension, and much software has never learnt it: the message is taken and thrown away,
 * or shown to the follower as a notice to act upon. Some carry out a part of them only: snac follows no account that
 * it has not met, and a Misskey forgets its own people. Nobody blocked anybody.
 */
export const softwareIgnoresMove = defineCause({
  id: "software-ignores-move",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["ability"],
  judge: ({ ability }) =>
    ability.value.onMove === "ignores" || ability.value.onMove === "notifies" ? ability.certainty : "no",
  decidesClear: false,
  whateverTarget: "not-carried",
  stands: null,
  helps: "hand",
  personal: false,
  public: "ignores-moves",
  contact: { by: "mention", kind: "ignores" },
  showsNewAddress: false,
  listed: true,
});
