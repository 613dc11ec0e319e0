import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * The mover's own new account blocks this one person. Their server, where it heard of the block, does not even try to
 * follow; else the follow is refused. It is known from the mover's own account alone, at its owner's wish, and said to
 * nobody but the owner: what other people block is never asked for and never concluded.
 */
export const youBlockThem = defineCause({
  id: "you-block-them",
  group: "you",
  kind: "positive",
  modes: ["moved"],
  scope: ["ownBlock"],
  applies: ({ ownBlock }) => ownBlock.known && ownBlock.value === "person",
  needs: ["ownBlock"],
  judge: ({ ownBlock }) => (ownBlock.value === "person" ? ownBlock.certainty : "no"),
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
