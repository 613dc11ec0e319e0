import type { Scenario } from "../make/scenario.ts";
import { names } from "./names.ts";

export const halfReadNewList: Scenario = {
  name: "half-read-new-list",
  about: "The new server breaks off after the first page of its list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { list: "public", blocks: { "old.test": "suspend" } } },
  followers: { "near.test": names("n", 120), "far.test": ["fred", "fiona"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "break", at: "new.test", fault: "no-second-page" }],
  findings: ["new-list-unread"],
};
