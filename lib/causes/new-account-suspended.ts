import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import { weakest } from "#lib/domain/diagnosis/certainty.ts";

/**
 * Moderators there suspended the new account alone, or it was suspended at home for a while and its server did not
 * hear that this ended. Its server would take the follow; this one lets nobody send it. Only Mastodon shows it.
 */
export const newAccountSuspended = defineCause({
  id: "new-account-suspended",
  group: "admin",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting", "family"],
  applies: ({ setting, family }) => !setting.value.onTarget && (!family.known || family.value === "mastodon"),
  needs: ["newSuspendedAlone"],
  judge: ({ newSuspendedAlone }) => (newSuspendedAlone.value ? weakest(newSuspendedAlone.certainty, "likely") : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: "before-new",
  helps: "none",
  personal: true,
  public: null,
  // Moderators acted against this very account: neither a letter about servers nor a mention goes round them.
  contact: { by: "nothing", why: "new-suspended" },
  showsNewAddress: false,
  listed: true,
});
