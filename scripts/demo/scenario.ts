import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import type { PersonSpec, Scenario, ServerSpec } from "#world/make/scenario.ts";

const OLD = "old.test";
const NEW = "new.test";
const SEED = 7;

type Place = { readonly spec: ServerSpec; readonly people: readonly (string | PersonSpec)[] };
const suspend = (host: string, comment: string): ServerSpec => ({
  list: "public",
  filler: 120,
  blocks: { [host]: { severity: "suspend", comment } },
});

/** One server for each thing that commonly happens, so that the first report somebody sees shows them all. */
const PLACES: Readonly<Record<string, Place>> = {
  "harbour.example": {
    spec: suspend(OLD, "spam waves, sign-ups open to everybody"),
    people: ["ruth", "omar", "ines", "pawel", "greta", "sol", "tariq", "yuki"],
  },
  "orchard.example": {
    spec: suspend(NEW, "moderation does not answer"),
    people: ["lotte", "bram", "zofia", "nils", "amir"],
  },
  "attic.example": { spec: {}, people: ["vera", "ugo"] },
  "clubhouse.example": {
    spec: { software: "akkoma", list: "public", limited: true, allows: [OLD] },
    people: ["otis", "wim"],
  },
  "ferry.example": { spec: { software: "akkoma", list: "public", stopped: [NEW] }, people: ["kaja", "leon"] },
  "terrace.example": { spec: { suspendsAccount: "old" }, people: ["mara", "juno"] },
  "island.example": {
    spec: { list: "public", filler: 40, mishap: "down-that-day" },
    people: ["sven", "tova", "ulla", "ivar", "nora", "elin"],
  },
  "reading.example": { spec: { software: "bookwyrm" }, people: ["paula", "quinn", "rolf"] },
  "screen.example": { spec: { software: "peertube" }, people: ["dora", "emil"] },
  "arcade.example": { spec: { software: "misskey" }, people: ["hiro", "mei", "kenji"] },
  "lighthouse.example": { spec: { fault: "gone" }, people: ["gus", "ida"] },
  "market.example": {
    spec: { mishap: "cannot-fetch-new" },
    people: [
      { user: "fritz", fate: "deleted" },
      { user: "anouk", fate: "suspended" },
      { user: "bela", movedTo: "bela@elsewhere.example" },
      { user: "echo", ghost: true },
      "clara",
    ],
  },
};

/** What the new server's own list says. */
const OPINIONS = { "attic.example": "suspend", "arcade.example": "silence" } as const;

/** A typical mover, by chance of a fixed seed, with all that can happen put among it. */
export function demoScenario(): Scenario {
  const base = generate("demo", SEED, { ...PRESETS.small, followers: 300, publicLists: 0.5, publicElsewhere: 0.8 });
  const { servers = {}, followers, others = {} } = base;
  const own = Object.entries(PLACES);
  const opinions = { ...servers[NEW]?.blocks, ...OPINIONS };
  return {
    ...base,
    about: "A typical mover, with an example of all that can happen.",
    servers: {
      ...servers,
      ...Object.fromEntries(own.map(([host, { spec }]) => [host, spec])),
      [NEW]: { ...servers[NEW], list: "public", blocks: opinions },
    },
    followers: { ...followers, ...Object.fromEntries(own.map(([host, { people }]) => [host, people])) },
    others: { ...others, "elsewhere.example": [...(others["elsewhere.example"] ?? []), BELA] },
  };
}

const BELA: PersonSpec = { user: "bela", aliases: ["bela@market.example"] };
