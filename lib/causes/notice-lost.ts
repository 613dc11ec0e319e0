import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/** Fewer than this from one server staying behind may each have a reason of their own. */
const ENOUGH_TO_TELL = 5;

/**
 * The follower's server knows the old account and has never heard that it moved. It was down for those days,
 * the old server had stopped sending to it, or a firewall stood between. Where it happened nobody there came,
 * so a whole server missing says more than one person.
 */
export const noticeLost = defineCause({
  id: "notice-lost",
  group: "follower",
  kind: "residual",
  modes: ["moved"],
  scope: ["setting", "notice"],
  applies: ({ setting, notice }) =>
    setting.value.inOldList && !(notice.known && notice.value !== "none" && notice.certainty !== "possible"),
  needs: ["notice", "peersHere"],
  judge: ({ notice, peersHere: { value } }) =>
    notice.value === "none" && value.here === 0 && value.known >= ENOUGH_TO_TELL ? "likely" : "possible",
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "replay",
  personal: false,
  public: null,
  contact: { by: "mention", kind: "lost" },
  showsNewAddress: false,
  listed: true,
});
