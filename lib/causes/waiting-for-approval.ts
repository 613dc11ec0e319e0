import { defineCause } from "#lib/domain/diagnosis/cause.ts";
import { weakest } from "#lib/domain/diagnosis/certainty.ts";

/**
 * A locked account, or a server that limits the follower's, turns every follow into a request. The old follow is
 * given up the moment the request is sent, so these people stand in neither list until the mover says yes.
 * Software that keeps the old follow leaves them in the old list meanwhile. Nobody waits who is gone, or whose server
 * the new one suspends: where that cannot be told, it is possible and no more. The mover's own account shows who
 * waits: then it is proven, and says what to do whatever else once stood in the way.
 */
export const waitingForApproval = defineCause({
  id: "waiting-for-approval",
  group: "you",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting", "held", "position", "ability", "canWait", "asked"],
  applies: ({ setting: { value }, held, position, ability, canWait, asked }) => {
    if (asked.known && asked.value && asked.certainty === "proven") return true;
    if ((held.known && !held.value) || (canWait.known && !canWait.value)) return false;
    const mayKeep = !ability.known || ability.value.keepsOldFollow;
    return value.mode === "planned" || !position.known || position.value !== "old-only" || mayKeep;
  },
  needs: ["held", "asked", "canWait"],
  judge: ({ held, asked, canWait }) =>
    asked.value ? weakest(held.certainty, asked.certainty, canWait.certainty) : "no",
  seenComesFirst: true,
  decidesClear: false,
  whateverTarget: null,
  stands: null,
  helps: "requests",
  personal: false,
  public: null,
  contact: { by: "requests", why: "waits-for-you" },
  showsNewAddress: false,
  listed: true,
});
