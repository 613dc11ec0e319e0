import type { Scenario } from "../../make/scenario.ts";

export const misskeyRefuses: Scenario = {
  name: "misskey-refuses",
  about: "The new server, a Misskey, blocks servers it has never met: it answers as if there were no such block.",
  old: { at: "carl@old.test" },
  target: { at: "carl@mk2.test" },
  servers: {
    "mk2.test": { software: "misskey", blocks: { "dogwood.test": "suspend", "gorse.test": "silence" } },
    "dogwood.test": { software: "gotosocial" },
    "gorse.test": { software: "gotosocial" },
  },
  followers: { "dogwood.test": ["dirk", "dina"], "gorse.test": ["gina"], "near.test": ["nils"] },
};
