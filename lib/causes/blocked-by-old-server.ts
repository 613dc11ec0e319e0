import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The old server suspends the follower's and cut its follows on that day, long before the move. Such people are
 * not in the old list any more: only a snapshot or Mastodon's file of severed relationships still knows them.
 */
export const blockedByOldServer = defineCause({
  id: "blocked-by-old-server",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting"],
  applies: ({ setting: { value } }) =>
    !value.onOld && !value.inOldList && (value.before === "snapshot" || value.before === "severed"),
  needs: ["oldOnF"],
  judge: ({ oldOnF }) => (oldOnF.value.blocked ? oldOnF.certainty : "no"),
  decidesClear: false,
  whateverTarget: "cut-off",
  stands: "at-old",
  helps: "post",
  personal: false,
  public: null,
  contact: { by: "mention", kind: "cut-by-old", unlessProven: "lost" },
  showsNewAddress: false,
  listed: true,
});
