import { describe, expect, it } from "vitest";
import { gap, server } from "#testing/components/report.ts";
import { chipsOf, narrow, readServerQuery, serverPath } from "./server-filter.ts";
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
  ["blocked", { "you-block-their-server": 6 }, "lift", 6],
])("where following %s and people are missing for %j, what helps is %s", (reach, causes, help, frees) => {
  expect(helpAt(reach, causes)).toEqual([[help, frees]]);
});

const rowsAt = (...servers: Parameters<typeof rowsOf>[0]) => rowsOf(servers).rows;

it("puts the servers with most people missing first, and otherwise orders as asked", () => {
  const servers = [
    server("b.example", { causes: { ghost: 11 }, known: 11 }),
    server("a.example", { causes: { "old-server-blocked": 6, here: 9 }, here: 9 }),
    server("c.example", { causes: { "notice-lost": 20, here: 2 }, here: 2 }),
  ];
  const hosts = (sort?: Parameters<typeof rowsOf>[1]) => rowsOf(servers, sort).rows.map((row) => row.server.host[0]);
  expect(hosts()).toEqual(["c", "b", "a"]);
  expect(hosts("came")).toEqual(["b", "c", "a"]);
  expect(hosts("server")).toEqual(["a", "b", "c"]);
});

it("names every reason of a server, whatever order they are stored in, and leftover entries last", () => {
  const mixed = (causes: Record<string, number>) => rowsAt(server("mixed.example", { causes }))[0]?.reasons;
  const expected = [
    { cause: "notice-lost", people: 3 },
    { cause: "old-server-blocked", people: 1 },
    { cause: "ghost", people: 4 },
  ];
  expect(mixed({ ghost: 4, "notice-lost": 3, here: 2, "old-server-blocked": 1 })).toEqual(expected);
  expect(mixed({ "old-server-blocked": 1, "notice-lost": 3, ghost: 4 })).toEqual(expected);
});

describe("a choice among servers", () => {
  const all = rowsOf([
    server("cut.example", { causes: { "old-server-blocked": 6 } }),
    server("came.example", { causes: { "notice-lost": 6, here: 3 }, here: 3 }),
    server("down.example", { causes: { unknown: 5 }, facts: [gap("nodeinfo", "unreachable")] }),
  ]);
  const shown = (given: Record<string, string>) =>
    narrow(all, readServerQuery(given)).rows.map(({ server: { host } }) => host.split(".")[0]);

  it("shows by reason, by silence, by nobody who came, and by name", () => {
    expect(shown({})).toEqual(["came", "cut", "down"]);
    expect(shown({ show: "notice-lost" })).toEqual(["came"]);
    expect(shown({ show: "silent" })).toEqual(["down"]);
    expect(shown({ show: "nobody" })).toEqual(["cut", "down"]);
    expect(shown({ q: "CU" })).toEqual(["cut"]);
    expect(shown({ show: "no-such-thing" })).toEqual([]);
  });

  it("is offered with the number of servers, and stands in the address", () => {
    const { causes, nobody, silent } = chipsOf(all.rows);
    expect(causes.map(({ cause, count }) => `${cause} ${count}`)).toEqual([
      "notice-lost 1",
      "old-server-blocked 1",
      "unknown 1",
    ]);
    expect({ nobody, silent }).toEqual({ nobody: 2, silent: 1 });
    expect(serverPath("/servers", readServerQuery({ q: "x" }), { show: "silent", sort: "came" })).toBe(
      "/servers?sort=came&show=silent&q=x",
    );
    expect(serverPath("/servers", readServerQuery({}), {})).toBe("/servers");
  });
});
