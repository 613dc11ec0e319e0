import type { Scenario } from "../make/scenario.ts";

export const whomYouFollow: Scenario = {
  name: "whom-you-follow",
  about:
    "Nothing has happened yet, and the mover follows people on servers that would let some candidates in and others not.",
  old: {
    at: "alice@old.test",
    display: "Alice",
    follows: [
      ...["nora@near.test", "nils@near.test", "fay@far.test", "wim@wall.test", "hal@hush.test", "cleo@calm.test"],
      ...["ina@isle.test", "sid@slow.test", "mika@mk.test", "mo@met.test", "gil@gone.test", "solo@solo.test"],
    ],
  },
  target: { at: "alice@calm.test" },
  candidates: ["calm.test", "loud.test"],
  servers: {
    "calm.test": { list: "public" },
    "loud.test": { list: "public", blocks: { "wall.test": "suspend", "slow.test": "silence" } },
    "near.test": { list: "public" },
    "far.test": { list: "public", blocks: { "calm.test": "suspend" } },
    "wall.test": { list: "public" },
    "hush.test": { list: "hidden", peers: false },
    "isle.test": { list: "public", blocks: { "calm.test": "silence" } },
    "slow.test": { list: "public" },
    "met.test": { software: "misskey", blocks: { "loud.test": "suspend" } },
    "mk.test": { software: "misskey", blocks: { "loud.test": "suspend" } },
    "gone.test": { fault: "gone" },
    "solo.test": { list: "public", users: 1, blocks: { "loud.test": "suspend" } },
  },
  followers: {
    "near.test": ["nils", "nele"],
    "far.test": ["fred"],
  },
  others: {
    "near.test": ["nora"],
    "far.test": ["fay"],
    "wall.test": ["wim"],
    "hush.test": ["hal"],
    "calm.test": ["cleo"],
    "isle.test": ["ina"],
    "slow.test": ["sid"],
    "mk.test": ["mika"],
    "met.test": ["mo", { user: "mel", movedTo: "mel@loud.test" }],
    "loud.test": ["mel"],
    "gone.test": ["gil"],
    "solo.test": ["solo"],
  },
  script: [],
};
