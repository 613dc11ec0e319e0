import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The follower's server suspends the old server and refused the news of the move at its door. The old server
 * took that for an answer and told nobody: neither account shows that this follower was lost.
 * Following the new account by hand works, because it is another server.
 */
export const oldServerBlocked = defineCause({
  id: "old-server-blocked",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting"],
  applies: ({ setting }) => !setting.value.onOld,
  needs: ["fOnOld"],
  judge: ({ fOnOld }) => (fOnOld.value.blocked ? fOnOld.certainty : "no"),
  decidesClear: true,
  whateverTarget: "cut-off",
  stands: "before-old",
  helps: "hand",
  personal: true,
  public: "shuts-old-out",
  contact: { by: "mention", kind: "blocks-old", unlessProven: "lost" },
  showsNewAddress: false,
  listed: true,
});
