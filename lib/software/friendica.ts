import { EXACT } from "#lib/domain/blocks/block-rules.ts";
import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const friendica = {
  names: { friendica: "Friendica" },
  family: "other",
  asks: "friendica",
  moves: [
    {
      onMove: "carries-out",
      keepsOldFollow: true,
      ...NEITHER_WAY,
      publishesMovedTo: false,
      read: ["2024.08", "2024.12"],
      source: "Protocol/ActivityPub/Processor::movePerson, tree of 2024-10-14: checks no alias, keeps the old contact",
    },
  ],
  // Network::isUriBlocked takes the host of the actor's address.
  blocks: { ...EXACT, wildcards: ["glob"], compares: ["actor"] },
  signIn: {
    flow: "oauth",
    reads: "read",
    more: { blocks: "read" },
    afterMove: true,
    revokes: true,
    revokesAll: true,
    coarse: true,
    source:
      "src/Module/OAuth, tree of 2024-10-14; Revoke.php deletes by the application's id in the trees of 2021 and of 2026 alike",
  },
  paths: { follow: "/authorize_interaction?uri={uri}", compose: "/compose?body={content}" },
  aliasCheck: [{ reads: "nothing", source: "Protocol/ActivityPub/Processor::movePerson, tree of 2024-10-14" }],
} as const satisfies SoftwareFacts;
