import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Servers that could not be reached are tried again for about three days. Until then missing is no loss.
 * Nothing public carries the day of a move: where it is not known, this stays possible for everybody.
 */
export const stillArriving = defineCause({
  id: "still-arriving",
  group: "wait",
  kind: "residual",
  modes: ["moved"],
  needs: ["young"],
  judge: ({ young }) => (young.value ? "likely" : "no"),
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
