import type { Scenario } from "../../make/scenario.ts";

export const gotosocialLocked: Scenario = {
  name: "gotosocial-locked",
  about: "The new account on GoToSocial is locked: people of its own server wait as all others do.",
  old: { at: "oscar@old.test" },
  target: { at: "olive@new.test", locked: true },
  servers: {
    "old.test": { software: "gotosocial" },
    "new.test": { software: "gotosocial" },
    "hollo.test": { software: "hollo" },
  },
  followers: { "new.test": ["nora"], "near.test": ["nils"], "hollo.test": ["holly"] },
};
