import { expect, it } from "vitest";
import { PLAIN } from "#testing/in-world.ts";
import { build } from "../make/build.ts";
import { spread } from "./spread.ts";

const hosts = Array.from({ length: 1000 }, (_, at) => `h${at}.test`);
const hit = (seed: number) => {
  const world = build({ ...PLAIN, seed, followers: Object.fromEntries(hosts.map((host) => [host, ["bo"]])) }, Date);
  spread(world, { parked: 0.1, reset: 0.05 });
  return hosts.filter((host) => world.servers.get(host)?.fault === "parked");
};

it("hits the share it was told, the same servers for the same seed, never the mover's own", () => {
  expect(hit(1).length).toBeGreaterThan(70);
  expect(hit(1).length).toBeLessThan(130);
  expect(hit(1)).toEqual(hit(1));
  expect(hit(1)).not.toEqual(hit(2));
  expect(hit(1)).not.toContain("old.test");
});
