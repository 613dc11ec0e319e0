import type { Scenario } from "../make/scenario.ts";
import { names } from "./names.ts";

export const longLists: Scenario = {
  name: "long-lists",
  about: "Four hundred followers, so that both lists have several pages.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { list: "public", blocks: { "old.test": "suspend" } } },
  followers: { "near.test": names("n", 300), "far.test": names("f", 100) },
};
