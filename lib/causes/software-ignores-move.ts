import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Moving is an extension, and much software has never learnt it: the message is taken and thrown away,
 * or shown to the follower as a notice to act upon. Nobody blocked anybody.
 */
export const softwareIgnoresMove = defineCause({
  id: "software-ignores-move",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["ability"],
  judge: ({ ability }) =>
    ability.value.onMove === "ignores" || ability.value.onMove === "notifies" ? ability.certainty : "no",
  whateverTarget: "not-carried",
});
