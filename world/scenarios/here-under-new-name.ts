import type { Scenario } from "../make/scenario.ts";

export const hereUnderNewName: Scenario = {
  name: "here-under-new-name",
  about: "Mara moved too, and her new account already follows.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { blocks: { "old.test": "suspend" } }, "near.test": {} },
  followers: { "near.test": ["nils"], "far.test": [{ user: "mara", movedTo: "mara@near.test" }] },
  newcomers: { "near.test": [{ user: "mara", aliases: ["mara@far.test"] }] },
};
