import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import { weakest } from "#lib/domain/diagnosis/certainty.ts";

/**
 * Moderators there suspended the old account alone. Its server takes a Move from such an account with thanks
 * and throws it away; the sender sees a success. Only Mastodon shows this to strangers,
 * and not whose suspension it is: likely, never proven.
 */
export const oldAccountSuspended = defineCause({
  id: "old-account-suspended",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting", "family"],
  applies: ({ setting, family }) => !setting.value.onOld && (!family.known || family.value === "mastodon"),
  needs: ["oldSuspendedAlone"],
  judge: ({ oldSuspendedAlone }) => (oldSuspendedAlone.value ? weakest(oldSuspendedAlone.certainty, "likely") : "no"),
  decidesClear: false,
  whateverTarget: "cut-off",
  stands: "before-old",
  helps: "hand",
  personal: true,
  public: null,
  // Moderators acted against this very account: writing to their people from a new one is going round them.
  contact: { by: "public", why: "moderated" },
  showsNewAddress: false,
  listed: true,
});
