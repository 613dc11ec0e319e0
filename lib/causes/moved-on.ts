import { defineCause } from "#lib/domain/cause.ts";

/**
 * The follower left this account for another one, which does not follow yet. The account left behind
 * cannot follow anybody any more, so the Move had nobody to carry; the person can be found at the new address.
 */
export const movedOn = defineCause({
  id: "moved-on",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["home"],
  judge: ({ home }) => (home.value.state === "moved" && !home.value.hereAs ? home.certainty : "no"),
  whateverTarget: "cut-off",
});
