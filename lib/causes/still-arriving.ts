import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import { weakest } from "#lib/domain/diagnosis/certainty.ts";

/**
 * Mastodon tries servers that it could not reach again for about three days. Until then missing is no loss. A GoToSocial
 * gives up after the first answer that it takes for final: then it is possible only.
 * Nothing public carries the day of a move: where it is not known, this stays possible for everybody.
 */
export const stillArriving = defineCause({
  id: "still-arriving",
  group: "wait",
  kind: "residual",
  modes: ["moved"],
  needs: ["young"],
  judge: ({ young }) => (young.value ? weakest(young.certainty, "likely") : "no"),
  standsOpen: true,
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "wait",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "move-under-way" },
  showsNewAddress: false,
  listed: true,
});
