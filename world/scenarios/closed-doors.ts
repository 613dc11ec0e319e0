import type { Scenario } from "../make/scenario.ts";

export const closedDoors: Scenario = {
  name: "closed-doors",
  about: "Servers in secure mode, behind a login, with peers switched off, with robots told to stay out.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "secure.test": { secure: true, mishap: "down-that-day" },
    "login.test": { closedApi: true, mishap: "down-that-day" },
    "quiet.test": { peers: false, mishap: "down-that-day" },
    "norobots.test": { robots: "closed", mishap: "down-that-day" },
    "notus.test": { robots: "names-us", mishap: "down-that-day" },
  },
  followers: {
    "near.test": ["nils"],
    "secure.test": ["sven"],
    "login.test": ["lotte"],
    "quiet.test": ["quinn"],
    "norobots.test": ["rob"],
    "notus.test": ["nat"],
  },
};
