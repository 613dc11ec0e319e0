import type { Scenario } from "../make/scenario.ts";

export const oldOnAkkoma: Scenario = {
  name: "old-on-akkoma",
  about:
    "The old account is on Akkoma, which does not publish where an account has gone: some software then does nothing.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { software: "akkoma", list: "public" },
    "mk.test": { software: "misskey" },
    "pix.test": { software: "pixelfed" },
  },
  followers: { "old.test": ["olga"], "near.test": ["nils", "nele"], "mk.test": ["mika", "mako"], "pix.test": ["pip"] },
  findings: ["old-actor-silent"],
};
