import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The news got in: the follower's server shows the redirect, or has a copy of the old account that is newer than the
 * move. Yet it still lists him for the old account. It could not check the new account at that moment, or a fault of its
 * software stopped half-way. Mastodon does not try again by itself: the old server's admin can send the Move once more.
 */
export const acceptedNotDone = defineCause({
  id: "accepted-not-done",
  group: "follower",
  kind: "residual",
  modes: ["moved"],
  scope: ["notice", "viewOld", "viewTarget"],
  applies: ({ notice, viewOld, viewTarget }) =>
    !(notice.known && notice.value !== "seen" && notice.value !== "unheeded") &&
    !(viewOld.known && !viewOld.value) &&
    !(viewTarget.known && viewTarget.value),
  needs: ["notice", "viewOld"],
  judge: ({ notice }) => (notice.value === "unheeded" ? notice.certainty : "likely"),
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "replay",
  personal: false,
  public: null,
  contact: { by: "mention", kind: "not-done" },
  showsNewAddress: false,
  listed: true,
});
