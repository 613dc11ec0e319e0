import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

/** Written anew: it shares nothing with Iceshrimp, the fork of Misskey. */
export const iceshrimpNet = {
  names: { "iceshrimp.net": "Iceshrimp.NET" },
  family: "other",
  asks: "iceshrimp-net",
  moves: [
    {
      onMove: "carries-out",
      ...BOTH_WAYS,
      read: ["2024.1", "2025.1"],
      source: "ActivityHandlerService.HandleMoveAsync, tree of 2025-02-27",
    },
  ],
  blocks: null,
  signIn: {
    flow: "oauth",
    reads: "read:accounts read:follows",
    more: { blocks: "read:blocks" },
    letsIn: "read:accounts read:follows write:follows",
    afterMove: true,
    revokes: true,
    source:
      "Controllers/Mastodon/AuthController.cs and AccountController.cs, trees up to 2026.1; revoking was written before the first release",
  },
  paths: { follow: null },
  followPage: {
    missing: true,
    source: "WellKnownController.cs names /authorize-follow; Pages/ProfileView.razor takes it for the name of a user",
  },
  aliasCheck: [
    { reads: "anew", source: "ActivityHandlerService.HandleMoveAsync updates both actors, tree of 2025-02-27" },
  ],
} as const satisfies SoftwareFacts;
