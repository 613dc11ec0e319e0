import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Misskey stops sending to a server that did not answer for a while or was marked as gone, and Pleroma can
 * quarantine one. Everything still comes in from there, so it looks like no block; but the follow never leaves.
 */
export const newServerGivenUp = defineCause({
  id: "new-server-given-up",
  group: "admin",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting", "family", "fOnTarget"],
  // A Mastodon that gave a server up tries it again for a follow made by hand, and shows none of it.
  applies: ({ setting, family, fOnTarget }) =>
    !setting.value.onTarget &&
    !(family.known && family.value === "mastodon") &&
    !(fOnTarget.known && fOnTarget.value.blocked),
  needs: ["fToTarget"],
  judge: ({ fToTarget }) => (fToTarget.value.blocked && !fToTarget.value.allowList ? fToTarget.certainty : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: "before-new",
  helps: "letter",
  personal: true,
  public: "sends-new-nothing",
  // A mention would arrive and the follow it asks for could not leave.
  contact: { by: "letter", why: "given-up" },
  showsNewAddress: false,
  listed: true,
});
