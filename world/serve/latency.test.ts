import { expect, it } from "vitest";
import { PLAIN } from "#testing/in-world.ts";
import { build } from "../make/build.ts";
import type { Asked } from "../software/common/reply.ts";
import { latencyOf } from "./latency.ts";

const hosts = Array.from({ length: 2000 }, (_, at) => `h${at}.test`);
const world = build({ ...PLAIN, followers: Object.fromEntries(hosts.map((host) => [host, ["bo"]])) }, Date);
const asked = (path: string): Asked => ({
  method: "GET",
  path,
  query: new URLSearchParams(),
  headers: {},
  body: undefined,
  signed: false,
  now: 0,
});
const pace = (seed: number, path: string) =>
  hosts.flatMap((host) => {
    const server = world.servers.get(host);
    return server ? [latencyOf(seed, server, asked(path))] : [];
  });
const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length / 2] ?? 0;

it("gives every server a pace of its own, pages longer than calls", () => {
  const calls = pace(1, "/api/v1/instance");
  expect(median(calls)).toBeGreaterThan(190);
  expect(median(calls)).toBeLessThan(260);
  expect(median(pace(1, "/api/v1/accounts/1/followers"))).toBeGreaterThan(1.6 * median(calls));
  expect(pace(1, "/x")).toEqual(pace(1, "/x"));
  expect(pace(2, "/x")).not.toEqual(pace(1, "/x"));
});

it("lets three servers in a hundred drag", () => {
  const dragging = pace(1, "/api/v1/instance").filter((ms) => ms > 2000).length / hosts.length;
  expect(dragging).toBeGreaterThan(0.015);
  expect(dragging).toBeLessThan(0.045);
});
