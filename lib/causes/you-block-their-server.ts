import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The mover's own new account blocks the follower's server as a whole, by a setting that every user has. On Mastodon that
 * takes away who followed from there, and every follow that comes later is refused; the old one was given up for it all
 * the same. Nobody else decided it: lifted, they can follow, though only by following anew. It is known from the mover's
 * own account alone, at its owner's wish, and said to nobody but the owner. What the old account blocked explains
 * nothing here: whom it blocked stopped following it at that moment, and was no follower when the move came.
 */
export const youBlockTheirServer = defineCause({
  id: "you-block-their-server",
  group: "you",
  kind: "positive",
  modes: ["moved"],
  scope: ["ownBlock"],
  applies: ({ ownBlock }) => ownBlock.known && ownBlock.value === "server",
  needs: ["ownBlock"],
  judge: ({ ownBlock }) => (ownBlock.value === "server" ? ownBlock.certainty : "no"),
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "lift",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "you-block" },
  showsNewAddress: false,
  listed: true,
});
