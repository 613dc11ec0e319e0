import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The account was deleted, suspended by its own server, or belongs to somebody who died. Nobody can follow from it,
 * yet other servers keep the row: the news of a deletion is sent once and often not heard. A suspended account may come
 * back, so how it went is told with the verdict.
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
