import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import { weakest } from "#lib/domain/diagnosis/certainty.ts";

/**
 * A bridge that carries a Move out inside itself: it points its people to the new account and sends no follow, so they
 * stay in the old list and never appear in the new one. They read the new account where its server lets the bridge in.
 * Who is not in the old list any more has left it by himself: the bridge takes nobody off.
 */
export const hereThroughBridge = defineCause({
  id: "here-through-bridge",
  group: "here",
  kind: "positive",
  modes: ["moved"],
  scope: ["ability", "targetOnF", "home", "position"],
  applies: ({ ability, targetOnF, home, position }) =>
    !(ability.known && ability.value.onMove !== "inside") &&
    !(position.known && position.value === "neither") &&
    !(targetOnF.known && targetOnF.value.blocked) &&
    !(home.known && home.value.state === "gone"),
  needs: ["ability"],
  judge: ({ ability }) => weakest(ability.certainty, "likely"),
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
