import type { Scenario } from "../../make/scenario.ts";

export const misskeyToGotosocial: Scenario = {
  name: "misskey-to-gotosocial",
  about: "From Misskey to GoToSocial: one list by name, the other by addresses with keys of databases in them.",
  old: { at: "bert@mk.test" },
  target: { at: "bert@birch.test" },
  servers: {
    "mk.test": { software: "misskey" },
    "mk3.test": { software: "misskey" },
    "birch.test": { software: "gotosocial", list: "public" },
  },
  followers: { "mk.test": ["mona"], "mk3.test": ["mira", "milo"], "near.test": ["nils"] },
};
