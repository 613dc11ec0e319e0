import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The new server suspends the follower's. The follow was sent and refused for good, and the old one was
 * given up all the same, so these people stand in neither list. The mover's own admins can lift it.
 */
export const blockedByNewServer = defineCause({
  id: "blocked-by-new-server",
  group: "admin",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting"],
  applies: ({ setting }) => !setting.value.onTarget,
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
