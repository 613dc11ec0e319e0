import type { Scenario } from "../make/scenario.ts";

export const newServerGivenUp: Scenario = {
  name: "new-server-given-up",
  about: "Servers that stopped delivering to the new one: they hold it to be dead, or have it in quarantine.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "mk.test": { software: "misskey", stopped: ["new.test"] },
    "pl.test": { software: "akkoma", list: "public", stopped: ["new.test"] },
  },
  followers: { "near.test": ["nils"], "mk.test": ["mika", "mako"], "pl.test": ["pleo"] },
};
