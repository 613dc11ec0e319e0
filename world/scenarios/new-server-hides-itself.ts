import type { Scenario } from "../make/scenario.ts";

/** In secure mode it turns away the question for the new account: nobody there follows, and the old follow stays. */
export const newServerHidesItself: Scenario = {
  name: "new-server-hides-itself",
  about:
    "The new server is in secure mode, so those whom it blocks cannot read the new account and stay where they were.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  newIsBusy: false,
  servers: {
    "new.test": { secure: true, peers: false, blocks: { "far.test": "suspend" } },
    "quiet.test": { list: "public", mishap: "down-that-day" },
  },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"], "quiet.test": ["quinn"] },
  script: [{ do: "snapshot" }, { do: "move" }],
};
