import type { Scenario } from "../make/scenario.ts";

/** It shows its accounts even to those whom it suspends: their follows are sent, refused, and the old ones given up. */
export const newServerHidesBlocks: Scenario = {
  name: "new-server-hides-blocks",
  about: "The new server shows nobody whom it blocks; who stayed in the old list was not refused by it.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  newIsBusy: false,
  servers: {
    "new.test": { peers: false, blocks: { "far.test": "suspend" } },
    "quiet.test": { list: "public", mishap: "down-that-day" },
  },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"], "quiet.test": ["quinn"] },
  script: [{ do: "snapshot" }, { do: "move" }],
};
