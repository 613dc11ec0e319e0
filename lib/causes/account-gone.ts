import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The account was deleted, suspended by its own server, or belongs to somebody who died. Nobody is left
 * to follow, yet other servers keep the row: the news of a deletion is sent once and often not heard.
 */
export const accountGone = defineCause({
  id: "account-gone",
  group: "nobody",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["home"],
  judge: ({ home }) => (home.value.state === "gone" ? home.certainty : "no"),
  decidesClear: false,
  whateverTarget: "cut-off",
  stands: null,
  helps: "none",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "nobody-reads" },
  showsNewAddress: false,
  listed: true,
});
