import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The follower left this account for another one, which does not follow yet. The account left behind
 * cannot follow anybody any more, so the Move had nobody to carry; the person can be found at the new address.
 * Where that was not looked for in the new list, the person may have come along under it all the same.
 */
export const movedOn = defineCause({
  id: "moved-on",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["home", "setting"],
  judge: ({ home: { value, certainty }, setting }) => {
    const planned = setting.value.mode === "planned";
    if (value.state !== "moved" || (value.hereAs && !planned)) return "no";
    return value.unsought && !planned ? "possible" : certainty;
  },
  decidesClear: false,
  whateverTarget: "cut-off",
  stands: null,
  helps: "hand",
  personal: false,
  public: null,
  contact: { by: "mention", kind: "moved" },
  showsNewAddress: true,
  listed: true,
});
