import type { Scenario } from "../../make/scenario.ts";

export const gotosocialAccountsGone: Scenario = {
  name: "gotosocial-accounts-gone",
  about: "People deleted their accounts on GoToSocial, which goes on showing an account without a name.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "gorse.test": { software: "gotosocial" } },
  followers: { "gorse.test": ["gina", { user: "gus", fate: "deleted" }], "near.test": ["nils"] },
};
