import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importGraph } from "./import-cycles.ts";

/** The rooms of the drawing in ARCHITECTURE.md, the highest floor first. */
function floors(): readonly string[][] {
  const drawn = readFileSync("ARCHITECTURE.md", "utf8")
    .split("```")
    .find((block) => block.includes("the joint"));
  return (drawn ?? "").split(/ ─{9,}/).map((floor) => floor.split("\n").flatMap(roomsIn));
}

/** A line names its floor first, then its rooms; rooms joined by arrows stay one word, as `app─▶components`. */
const roomsIn = (line: string): string[] =>
  line
    .slice(FLOOR_NAME)
    .replace(/ (◀?─▶) /g, "$1")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
const FLOOR_NAME = 24;
const ARROW = /◀?─▶/;

/** The wire's one file belongs to it; other files beside the rooms, as `lib/config.ts`, stand in none. */
const roomOf = (file: string): string | undefined =>
  /^(?:lib\/|(?!lib\/))([a-z0-9]+)\//.exec(file.replace(/^lib\/wire\.ts$/, "lib/wire/"))?.[1];

it("the drawing of floors is true of every import but those of tests", () => {
  const drawn = floors();
  const rooms = drawn.flatMap((floor, depth) =>
    floor.flatMap((joined) => joined.split(ARROW).map((name, at) => [name, { depth, joined, at }] as const)),
  );
  const places = new Map(rooms);
  expect(places.size).toBeGreaterThan(15);
  const here = new Set([...importGraph().keys()].flatMap((file) => roomOf(file) ?? []));
  expect([...here].filter((room) => !places.has(room))).toEqual([]);
  expect([...places.keys()].filter((room) => !here.has(room))).toEqual([]);
  const goesDown = (from: string, to: string): boolean => {
    const [above, below] = [places.get(from), places.get(to)];
    if (!above || !below || from === to) return true;
    const along = below.joined === above.joined && (below.at > above.at || above.joined.includes("◀"));
    return below.depth > above.depth || along;
  };
  const breaches = [...importGraph()]
    .filter(([file]) => !/\.(test|spec)\.tsx?$/.test(file))
    .flatMap(([file, targets]) => targets.map((target) => [file, target] as const))
    .filter(([file, target]) => !goesDown(roomOf(file) ?? "", roomOf(target) ?? ""));
  expect(breaches).toEqual([]);
});
