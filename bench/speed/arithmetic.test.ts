import { describe, expect, it } from "vitest";
import { limitOf, listMs, type Means, type Shape, withComputing } from "./limit.ts";
import { median, medians } from "./median.ts";
import { answeringIn, askedOf, requestsOf } from "./requests.ts";

const MEANS: Means = {
  ...{ cursors: 4, servers: 100, inARow: 3, pagesLeft: 300, windowEndsMs: 60_000 },
  asked: ([name]) => (name === "busy.test" ? 10 : 3),
};
const server = (answerMs: number, more = {}) => ({
  names: ["far.test"],
  answerMs,
  silent: false,
  late: false,
  ...more,
});
const SHAPE: Shape = {
  ...{ lookUpMs: 400, servers: [] },
  ...{ old: { pages: 1, pageMs: 500 }, fresh: { pages: 1, pageMs: 500 } },
};

describe("the limit", () => {
  it("is two look-ups and a page where nothing else is to be done", () => {
    expect(limitOf(SHAPE, MEANS)).toBe(900);
  });

  it("reads pages side by side behind the first", () => {
    expect(listMs({ pages: 0, pageMs: 500 }, MEANS)).toBe(0);
    expect(listMs({ pages: 5, pageMs: 500 }, MEANS)).toBe(1000);
    expect(listMs({ pages: 9, pageMs: 500 }, MEANS)).toBe(1500);
    expect(listMs({ pages: 9, pageMs: 500 }, { ...MEANS, cursors: 1 })).toBe(4500);
  });

  it("waits for windows that nobody can widen", () => {
    expect(listMs({ pages: 301, pageMs: 1 }, MEANS)).toBe(76);
    expect(listMs({ pages: 302, pageMs: 1 }, MEANS)).toBe(60_000);
    expect(listMs({ pages: 602, pageMs: 1 }, MEANS)).toBe(960_000);
    expect(listMs({ pages: 11, pageMs: 1 }, { ...MEANS, pagesLeft: 0 })).toBe(60_000);
  });

  it("asks servers behind the page that names them, what must be asked in a row, and the rest two at a time", () => {
    expect(limitOf({ ...SHAPE, servers: [server(1000)] }, MEANS)).toBe(400 + 500 + 3000);
    expect(limitOf({ ...SHAPE, servers: [server(1000, { names: ["busy.test"] })] }, MEANS)).toBe(400 + 500 + 7000);
    expect(limitOf({ ...SHAPE, servers: [server(2500, { silent: true })] }, MEANS)).toBe(400 + 500 + 2500);
    const many = Array.from({ length: 1000 }, () => server(200));
    expect(limitOf({ ...SHAPE, servers: many }, MEANS)).toBe(400 + 500 + 6000);
  });

  it("ends with the servers of the last page", () => {
    const old = { pages: 5, pageMs: 500 };
    expect(limitOf({ ...SHAPE, old, servers: [server(100)] }, MEANS)).toBe(400 + 1000);
    expect(limitOf({ ...SHAPE, old, servers: [server(100, { late: true })] }, MEANS)).toBe(400 + 1000 + 300);
  });

  it("is bound by the processors where these have more to do", () => {
    expect(withComputing(900, 1000)).toBe(900);
    expect(withComputing(900, 3000)).toBe(1500);
  });
});

describe("medians", () => {
  it("are the middle, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 9])).toBe(5.5);
    expect(
      medians([
        { a: 1, b: 9 },
        { a: 3, b: 7 },
        { a: 2, b: 8 },
      ]),
    ).toEqual({ a: 2, b: 8 });
  });
});

describe("requests", () => {
  const line = (host: string, path = "/", status = 200) => ({ host, path, status });
  const lines = [
    ...[line("far.test", "/nodeinfo/2.0"), line("far.test"), line("far.test")],
    ...[line("near.test", "/nodeinfo/2.1"), line("dead.test", "/nodeinfo/2.0", 410), line("old.test", "/nodeinfo/2.0")],
  ];

  it("count for those who say what they are, and not for the mover's own", () => {
    const answering = answeringIn(lines);
    expect([...answering]).toEqual(["far.test", "near.test", "old.test"]);
    expect(requestsOf(lines, ["old.test"], answering)).toEqual({ all: 6, hosts: 2, median: 2, most: 3 });
    expect(askedOf(lines)(["far.test", "near.test"])).toBe(4);
    expect(requestsOf([], ["old.test"], answering)).toEqual({ all: 0, hosts: 0, median: 0, most: 0 });
  });
});
