// biome-ignore-all format: the table is read as a table.
import { describe, expect, it } from "vitest";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { BLOCKED, check, fromSnapshot, is, not, OPEN, person, type SampleFacts, type SampleSoftware, server, TARGET, whole } from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

type Visibility = "publishes" | "look-ups" | "closed";
type Truth = "blocks OLD" | "blocks NEW" | "blocks nobody";

/** What is seen of one truth through one window: answers are made here from the truth, as that server would give them. */
function shows(software: SampleSoftware, visibility: Visibility, truth: Truth): SampleFacts {
  const side = (blocked: boolean, about: "OLD" | "NEW") => {
    if (visibility === "closed") return { list: not("needs-login"), sight: not("needs-login"), view: not("needs-login") };
    const stance: Stance = blocked ? BLOCKED : OPEN;
    const list = visibility === "publishes" && software !== "hollo" ? is(stance) : not("hidden-by-server");
    return { list, ...(software === "mastodon" ? lookUps(blocked, about) : {}), ...(software === "misskey" ? views(about) : {}) };
  };
  const ours = { list: is(OPEN) };
  return { onOld: side(truth === "blocks OLD", "OLD"), onTarget: side(truth === "blocks NEW", "NEW"), byOld: ours, byTarget: ours };
}
const lookUps = (blocked: boolean, about: "OLD" | "NEW") =>
  blocked
    ? { sight: is({ seen: "absent" as const }), peer: is(false) }
    : { sight: is({ seen: "known" as const, moved: null }), peer: is(true), ...(about === "OLD" ? views(about) : {}) };
const views = (about: "OLD" | "NEW") => ({ view: whole({ accts: about === "OLD" ? ["bo@far.example"] : [] }) });

const LOST = "notice-lost possible";
const OLD_P = "old-server-blocked proven";
const OLD_L = "old-server-blocked likely";
const NEW_P = "new-server-blocked proven";
const DEAF = "software-ignores-move proven";
const U = "unknown";

//  software      visibility    truth            in the old list  in neither  before a move
const GRID: readonly [SampleSoftware, Visibility, Truth, string, string, string][] = [
  ["mastodon",   "publishes", "blocks OLD",    OLD_P, OLD_P, OLD_P],
  ["mastodon",   "look-ups",  "blocks OLD",    OLD_L, OLD_L, OLD_L],
  ["mastodon",   "closed",    "blocks OLD",    U,     U,     U],
  ["mastodon",   "publishes", "blocks NEW",    NEW_P, NEW_P, NEW_P],
  ["mastodon",   "look-ups",  "blocks NEW",    U,     U,     U],
  ["mastodon",   "closed",    "blocks NEW",    U,     U,     U],
  ["mastodon",   "publishes", "blocks nobody", LOST,  U,     "clear"],
  ["mastodon",   "look-ups",  "blocks nobody", LOST,  U,     "clear"],
  ["mastodon",   "closed",    "blocks nobody", U,     U,     U],
  ["misskey",    "publishes", "blocks OLD",    OLD_P, OLD_P, OLD_P],
  ["misskey",    "publishes", "blocks NEW",    NEW_P, NEW_P, NEW_P],
  ["misskey",    "publishes", "blocks nobody", LOST,  U,     "clear"],
  ["misskey",    "closed",    "blocks OLD",    U,     U,     U],
  ["akkoma",     "publishes", "blocks OLD",    OLD_P, OLD_P, OLD_P],
  ["akkoma",     "publishes", "blocks NEW",    NEW_P, NEW_P, NEW_P],
  ["akkoma",     "publishes", "blocks nobody", U,     U,     U],
  ["akkoma",     "closed",    "blocks NEW",    U,     U,     U],
  ["gotosocial", "publishes", "blocks OLD",    OLD_L, OLD_L, OLD_L],
  ["gotosocial", "publishes", "blocks nobody", U,     U,     U],
  ["gotosocial", "closed",    "blocks OLD",    U,     U,     U],
  ["hollo",      "publishes", "blocks OLD",    U,     U,     U],
  ["hollo",      "closed",    "blocks nobody", U,     U,     U],
  ["lemmy",      "publishes", "blocks NEW",    NEW_P, NEW_P, NEW_P],
  ["lemmy",      "publishes", "blocks OLD",    OLD_P, OLD_P, OLD_P],
  ["lemmy",      "closed",    "blocks NEW",    DEAF,  DEAF,  DEAF],
];

describe("what can be told of one truth through three windows", () => {
  it.each(GRID)("%s that %s and %s: %s | %s | %s", (software, visibility, truth, ...answers) => {
    // A look-up of the server's own follower answers wherever look-ups do.
    const control = software === "mastodon" && visibility !== "closed" ? { control: is(true) } : {};
    const facts = server(software, shows(software, visibility, truth), control);
    const moved = check();
    const planned = check({ mode: "planned" });
    const said = [
      judgeServer(moved, judgeMove(moved), facts, [person("bo")]),
      judgeServer(moved, judgeMove(moved), facts, [fromSnapshot("cy")]),
      judgeServer(planned, judgeMove(planned), facts, [person("bo")]),
    ].map(({ followers }) => followers[0]?.outcomes[TARGET]);
    expect(said.map((one) => [one?.cause, one?.certainty].filter((word) => word !== null).join(" "))).toEqual(answers);
  });
});
