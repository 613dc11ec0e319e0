import { SHOWN, type SoftwareFacts } from "./define.ts";

export const pixelfed = {
  names: { pixelfed: "Pixelfed" },
  family: "other",
  asks: "pixelfed",
  moves: [
    { onMove: "ignores", source: "absent from the tree of 2024-03-10" },
    {
      since: "0.12.0",
      onMove: "carries-out",
      needsMovedTo: true,
      ...SHOWN,
      source: "the MovePipeline jobs; run in production setups only",
    },
  ],
  blocks: null,
  paths: {
    follow: "/authorize_interaction?uri={uri}",
    aliases: "/settings/account/aliases/manage",
    move: "/settings/account/migration/manage",
    signUp: "/register",
    profile: "/settings/home",
    exports: "/settings/data-export",
  },
  aliasCheck: [{ reads: "anew", source: "ProcessMovePipeline.php: checkTarget fetches the target, tree of 2025" }],
  followPage: { since: "0.12.4", source: "AuthorizeInteractionController.php, change 5262: takes an address alone" },
  signIn: {
    flow: "oauth",
    reads: "read",
    more: { blocks: "read" },
    letsIn: "read follow",
    afterMove: true,
    revokes: false,
    coarse: true,
    source:
      "app/Http/Controllers/Api/ApiV1Controller.php, tree of 2024-03-10; V1Api/AccountsRelationships.php and AccountsBlocksMutes.php, tree of 2026",
  },
} as const satisfies SoftwareFacts;
