import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import type { Family } from "#lib/domain/readings/reading.ts";

const CARRIES_THEM: ReadonlySet<Family> = new Set<Family>(["mastodon", "gotosocial"]);

/**
 * The follower left this account for another one, which does not follow yet; the person can be found there. Where that
 * was not looked for in the new list, he may have come along under it all the same. Mastodon and GoToSocial carry an
 * account over although it has moved itself: there it is no reason. What other software will do with it is not known
 * before a move.
 */
export const movedOn = defineCause({
  id: "moved-on",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["family", "home"],
  applies: ({ family, home }) =>
    !(family.known && CARRIES_THEM.has(family.value)) && !(home.known && home.value.state !== "moved"),
  needs: ["home", "setting", "family"],
  judge: ({ home: { value, certainty }, setting }) => {
    const planned = setting.value.mode === "planned";
    if (value.state !== "moved" || (value.hereAs && !planned)) return "no";
    return value.unsought || planned ? "possible" : certainty;
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
