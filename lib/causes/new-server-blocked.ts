import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The follower's server suspends the new server. It heard of the move, could not fetch the account it leads to, and
 * dropped it. Nobody there can follow by hand either: only admins can help.
 */
export const newServerBlocked = defineCause({
  id: "new-server-blocked",
  group: "admin",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting"],
  applies: ({ setting }) => !setting.value.onTarget,
  needs: ["fOnTarget"],
  judge: ({ fOnTarget }) => (fOnTarget.value.blocked && !fOnTarget.value.allowList ? fOnTarget.certainty : "no"),
  decidesClear: true,
  whateverTarget: null,
  stands: "before-new",
  helps: "letter",
  personal: true,
  public: "shuts-new-out",
  contact: { by: "letter", why: "their-server-blocks" },
  showsNewAddress: false,
  listed: true,
});
