import type { Consequences } from "#lib/domain/diagnosis/consequences.ts";

/** For tests in which a cause is judged and nothing else. */
export const NOTHING_FOLLOWS: Consequences = {
  ...{ decidesClear: false, whateverTarget: null, stands: null, helps: "none", personal: false, public: null },
  ...{ contact: { by: "nothing", why: "here" }, showsNewAddress: false, listed: true },
};
