import type { Scenario } from "../../make/scenario.ts";

export const snacAsOld: Scenario = {
  name: "snac-as-old",
  about:
    "From snac, which hides its list behind a zero and says nowhere that the account moved: Misskey follows only that.",
  old: { at: "sol@snac.test" },
  target: { at: "sol@fir.test" },
  servers: {
    "snac.test": { software: "snac" },
    "fir.test": { software: "gotosocial" },
    "mk.test": { software: "misskey" },
    "hollo.test": { software: "hollo" },
  },
  followers: { "mk.test": ["mia"], "hollo.test": ["holly"], "near.test": ["nils"] },
};
