import type { Scenario } from "../make/scenario.ts";

export const splitNames: Scenario = {
  name: "split-names",
  about:
    "The new account has one name in its handle and another at its address; servers block the one, the other, or the name above.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { web: "social.old.test" },
    "new.test": { web: "web.new.test" },
    "handle.test": { blocks: { "new.test": "suspend" } },
    "above.test": { blocks: { "old.test": "suspend" } },
    "half.test": { limited: true, allows: ["old.test", "social.old.test", "new.test"] },
    "both.test": { limited: true, allows: ["old.test", "social.old.test", "new.test", "web.new.test"] },
    "akkoma.test": { software: "akkoma", list: "public", blocks: { "new.test": "suspend" } },
    "fedi.test": { software: "friendica", list: "public", blocks: { "new.test": "suspend" } },
  },
  followers: {
    "near.test": ["nils"],
    "handle.test": ["hal"],
    "address.test": ["ada", "adam"],
    "above.test": ["abe"],
    "half.test": ["hana"],
    "both.test": ["bo"],
    "akkoma.test": ["aki"],
    "fedi.test": ["fay"],
  },
  newcomers: { "address.test": ["anna"] },
  // It blocks the address alone, and knew the new account before: it shows it, and moves nobody.
  script: [{ do: "snapshot" }, { do: "block", at: "address.test", domain: "web.new.test" }, { do: "move" }],
};
