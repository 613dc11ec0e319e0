import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import { weakest } from "#lib/domain/diagnosis/certainty.ts";

/**
 * Misskey and a few others do not act on the Move itself. They fetch the old account again and look for
 * `movedTo` in it, which Akkoma never publishes: people who leave it lose their followers on all of these.
 */
export const noMovedTo = defineCause({
  id: "no-moved-to",
  group: "follower",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["ability", "oldPublishesMovedTo"],
  applies: ({ ability, oldPublishesMovedTo }) =>
    !(ability.known && !ability.value.needsMovedTo) && !(oldPublishesMovedTo.known && oldPublishesMovedTo.value),
  needs: ["ability", "oldPublishesMovedTo"],
  judge: ({ ability, oldPublishesMovedTo }) => weakest(ability.certainty, oldPublishesMovedTo.certainty),
  decidesClear: false,
  whateverTarget: "not-carried",
  stands: null,
  helps: "post",
  personal: false,
  public: null,
  contact: { by: "mention", kind: "not-told" },
  showsNewAddress: false,
  listed: true,
});
