import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/** Stands in the new account's list. Whether the Move did it or a hand, the person came along. */
export const here = defineCause({
  id: "here",
  group: "here",
  kind: "positive",
  modes: ["moved"],
  needs: ["arrived"],
  judge: ({ arrived }) => (arrived.value ? "proven" : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "none",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "here" },
  showsNewAddress: false,
  listed: true,
});
