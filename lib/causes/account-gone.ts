import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The account was deleted, suspended by its own server, or belongs to somebody who died. Nobody can follow from it,
 * yet other servers keep the row: the news of a deletion is sent once and often not heard. A suspended account may come
 * back, so how it went is told with the verdict. Mastodon carries its suspended people along with all others, unless
 * the news of the suspension got out: before a move they may come as well as not.
 */
export const accountGone = defineCause({
  id: "account-gone",
  group: "nobody",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["home"],
  judge: ({ home: { value, certainty } }) => {
    if (value.state !== "gone") return "no";
    return value.mayBeCarried ? "possible" : certainty;
  },
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
