import { EXACT } from "#lib/domain/blocks/block-rules.ts";
import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

const DATA = "Settings → Data import / export";
/** Its settings open over whatever page is shown. */
const WAYS = {
  ...{ aliases: "Settings → Security", move: "Settings → Security", profile: "Settings → Profile" },
  ...{ approve: "Settings → Profile", exports: DATA, imports: DATA },
} as const;

export const pleroma = {
  names: { pleroma: "Pleroma" },
  family: "other",
  asks: "pleroma",
  moves: [
    { onMove: "ignores", source: "Pleroma's changelog: moves are carried out since 2.0.0" },
    {
      since: "2.0.0",
      onMove: "carries-out",
      ...BOTH_WAYS,
      source: "Pleroma's changelog, 2.0.0; transmogrifier.ex of its descendants",
    },
  ],
  // simple_policy.ex: the host of the actor, as in Akkoma.
  blocks: { ...EXACT, wildcards: ["lead"], compares: ["actor"] },
  signIn: {
    flow: "oauth",
    reads: "read:accounts read:follows",
    more: { blocks: "read:blocks" },
    letsIn: "read:accounts read:follows write:follows",
    afterMove: true,
    revokes: true,
    source:
      "oauth_controller.ex and scopes of its descendants, tree of 2025-10-24; domain_block_controller.ex and follow_request_controller.ex",
  },
  paths: { follow: "/ostatus_subscribe?acct={uri}", followRequests: "/friend-requests", signUp: "/registration" },
  ways: WAYS,
  aliasCheck: [
    { reads: "copy", source: "transmogrifier.ex: User.get_or_fetch_by_ap_id, which fetches anew after 86,400 seconds" },
  ],
} as const satisfies SoftwareFacts;
