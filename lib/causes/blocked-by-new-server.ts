import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import type { Reading, Wall } from "#lib/domain/readings/reading.ts";

/**
 * The new server suspends the follower's. The follow was sent and refused for good, and the old one was
 * given up all the same, so these people stand in neither list. The mover's own admins can lift it.
 * Whom a Move left in the old list it cannot have refused: there it counts where it is known, and keeps nothing open.
 */
export const blockedByNewServer = defineCause({
  id: "blocked-by-new-server",
  group: "admin",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting", "targetOnF"],
  applies: ({ setting, targetOnF }) =>
    !setting.value.onTarget && !(setting.value.notRefused && isOpenQuestion(targetOnF)),
  needs: ["targetOnF"],
  judge: ({ targetOnF }) => (targetOnF.value.blocked && !targetOnF.value.allowList ? targetOnF.certainty : "no"),
  decidesClear: true,
  whateverTarget: null,
  stands: "at-new",
  helps: "letter",
  personal: false,
  public: null,
  contact: { by: "letter", why: "our-server-blocks" },
  showsNewAddress: false,
  listed: true,
});

const isOpenQuestion = (wall: Reading<Wall>): boolean => !wall.known || wall.certainty === "possible";
