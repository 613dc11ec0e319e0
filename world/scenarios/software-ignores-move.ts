import type { Scenario } from "../make/scenario.ts";

export const softwareIgnoresMove: Scenario = {
  name: "software-ignores-move",
  about: "Followers on software that does nothing with a move, or only tells its people.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "lemmy.test": { software: "lemmy" },
    "tube.test": { software: "peertube" },
    "press.test": { software: "wordpress" },
    "tak.test": { software: "takahe" },
    "books.test": { software: "bookwyrm" },
    "odd.test": { software: "unheard-of" },
  },
  followers: {
    "near.test": ["nils"],
    "lemmy.test": ["lem"],
    "tube.test": ["tom"],
    "press.test": ["pia"],
    "tak.test": ["taka"],
    "books.test": ["bea"],
    "odd.test": ["odo"],
  },
};
