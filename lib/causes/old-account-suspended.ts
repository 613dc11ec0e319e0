import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Moderators there suspended the old account alone. Its server takes a Move from such an account with thanks
 * and throws it away; the sender sees a success. Only Mastodon shows this to strangers.
 */
export const oldAccountSuspended = defineCause({
  id: "old-account-suspended",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting", "family"],
  applies: ({ setting, family }) => !setting.value.onOld && (!family.known || family.value === "mastodon"),
  needs: ["oldSuspendedAlone"],
  judge: ({ oldSuspendedAlone }) => (oldSuspendedAlone.value ? oldSuspendedAlone.certainty : "no"),
  whateverTarget: "cut-off",
});
