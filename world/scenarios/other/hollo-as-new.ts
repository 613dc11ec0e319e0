import type { Scenario } from "../../make/scenario.ts";

export const holloAsNew: Scenario = {
  name: "hollo-as-new",
  about: "From GoToSocial to Hollo, whose rows have no address of the account in them.",
  old: { at: "flo@fir.test" },
  target: { at: "holly@hollo.test" },
  servers: {
    "fir.test": { software: "gotosocial" },
    "hollo.test": { software: "hollo" },
    "mk.test": { software: "misskey" },
    "cherry.test": { software: "cherrypick" },
  },
  followers: { "mk.test": ["mia", "lars"], "cherry.test": ["chip"], "near.test": ["nils"] },
};
