import { expect, it } from "vitest";
import { server } from "../fixture.ts";
import { rowsOf } from "./server-rows.ts";

const helpAt = (reach: "works" | "unknown" | "blocked", causes: Record<string, number>) =>
  rowsOf([server("far.example", { reach, causes, missing: 6, known: 6, here: 0 })]).rows.map(({ help, frees }) => [
    help,
    frees,
  ]);

it.each<[Parameters<typeof helpAt>[0], Record<string, number>, string, number]>([
  ["works", { "old-server-blocked": 6 }, "post", 6],
  ["works", { "notice-lost": 4, "old-server-blocked": 2 }, "replay", 4],
  ["works", { ghost: 6 }, "nothing", 0],
  ["unknown", { "old-server-blocked": 6 }, "try", 0],
  ["unknown", { unknown: 6 }, "ask", 6],
  ["unknown", { "account-gone": 6 }, "nothing", 0],
  ["blocked", { "new-server-blocked": 6 }, "letter", 6],
])("where following %s and people are missing for %j, what helps is %s", (reach, causes, help, frees) => {
  expect(helpAt(reach, causes)).toEqual([[help, frees]]);
});

const rowsAt = (...servers: Parameters<typeof rowsOf>[0]) => rowsOf(servers).rows;

it("puts a server where a post may reach somebody before a larger one where nothing helps", () => {
  const rows = rowsAt(
    server("leftover.example", { causes: { ghost: 11 } }),
    server("cut.example", { reach: "unknown", causes: { "old-server-blocked": 6 } }),
  );
  expect(rows.map(({ server: { host } }) => host)).toEqual(["cut.example", "leftover.example"]);
});

it("names leftover entries as what stands in the way only where nothing else does", () => {
  const mixed = server("mixed.example", { causes: { ghost: 4, "notice-lost": 3 } });
  const leftover = server("leftover.example", { causes: { ghost: 5 } });
  expect(rowsAt(mixed, leftover).map(({ cause }) => cause)).toEqual(["notice-lost", "ghost"]);
});
