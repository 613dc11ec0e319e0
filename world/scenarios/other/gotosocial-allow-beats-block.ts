import type { Scenario } from "../../make/scenario.ts";

export const gotosocialAllowBeatsBlock: Scenario = {
  name: "gotosocial-allow-beats-block",
  about: "A block of the new server stands in the public list, and an allow of it, or of a name above it, wins.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@social.new.test", display: "Alice" },
  servers: {
    "insured.test": {
      software: "gotosocial",
      robots: "none",
      list: "public",
      allowList: "public",
      blocks: { "social.new.test": "suspend" },
      allows: ["new.test"],
    },
    "secret.test": {
      software: "gotosocial",
      robots: "none",
      list: "public",
      blocks: { "social.new.test": "suspend" },
      allows: ["social.new.test"],
    },
    "blocking.test": {
      software: "gotosocial",
      robots: "none",
      list: "public",
      allowList: "public",
      blocks: { "social.new.test": "suspend" },
      allows: ["other.example"],
    },
  },
  followers: { "insured.test": ["ina"], "secret.test": ["sid"], "blocking.test": ["ben"] },
};
