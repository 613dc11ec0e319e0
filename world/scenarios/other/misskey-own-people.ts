import type { Scenario } from "../../make/scenario.ts";

export const misskeyOwnPeople: Scenario = {
  name: "misskey-own-people",
  about: "The new account is on Misskey, which carries over nobody who lives there already.",
  old: { at: "carl@old.test" },
  target: { at: "carl@mk2.test" },
  servers: {
    "old.test": { software: "gotosocial" },
    "mk2.test": { software: "misskey" },
    "mk.test": { software: "misskey" },
  },
  followers: { "mk2.test": ["lena", "lars"], "mk.test": ["mia"], "near.test": ["nils"] },
};
