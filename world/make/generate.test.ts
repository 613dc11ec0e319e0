import { describe, expect, it } from "vitest";
import { play } from "../play/play.ts";
import { tellTruth } from "../truth/truth.ts";
import { build } from "./build.ts";
import { generate } from "./generate.ts";
import { sha256 } from "./hash.ts";
import { PRESETS, type PresetName } from "./presets.ts";

function made(preset: PresetName, seed = 1, different = {}) {
  const scenario = generate(preset, seed, { ...PRESETS[preset], ...different });
  const world = build(scenario, Date);
  const truth = tellTruth(world, play(world, scenario.script, scenario.movedDaysAgo));
  return { scenario, world, truth, sizes: Object.values(scenario.followers).map(({ length }) => length) };
}
const fingerprint = (preset: PresetName, seed?: number) =>
  sha256(JSON.stringify(made(preset, seed).truth)).slice(0, 16);

describe("a generated world", () => {
  it.each<[PresetName, string]>([
    ["small", "f7dbeb9d3331a8ab"],
    ["typical", "40b144b66d82c506"],
    ["real-fit", "ca927c7b592856f6"],
  ])("is the same for the same seed: %s", (preset, known) => {
    expect(fingerprint(preset)).toBe(known);
    expect(fingerprint(preset, 2)).not.toBe(known);
  });

  it.each<[PresetName, number, number]>([
    ["real-fit", 70, 110],
    ["small", 48, 80],
    ["typical", 300, 480],
    ["large", 2000, 2700],
  ])("%s spreads over as many servers as it should", (preset, least, most) => {
    const { sizes, scenario } = made(preset);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(PRESETS[preset].followers);
    expect(Object.keys(scenario.followers).length).toBeGreaterThan(least);
    expect(Object.keys(scenario.followers).length).toBeLessThan(most);
  });

  it("crowds on few servers as a counted list does", () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const lists = seeds.map((seed) => [...made("real-fit", seed).sizes].sort((one, other) => other - one));
    const mean = (measure: (sizes: readonly number[]) => number) =>
      lists.map(measure).reduce((sum, value) => sum + value, 0) / seeds.length;
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    expect(mean((sizes) => (sizes[0] ?? 0) / 502)).toBeCloseTo(0.3, 1);
    expect(mean((sizes) => sum(sizes.slice(0, 10)) / 502)).toBeCloseTo(0.75, 1);
    expect(mean((sizes) => sizes.filter((size) => size === 1).length / sizes.length)).toBeCloseTo(0.62, 1);
  });

  it("leaves about one in six on the old list, with two thirds of the reasons to be seen", () => {
    const { world, truth } = made("typical");
    const left = world.people.filter(({ atOld }) => atOld === "yes").length / PRESETS.typical.followers;
    expect(left).toBeGreaterThan(0.1);
    expect(left).toBeLessThan(0.26);
    expect(truth.visibleShare).toBeGreaterThan(0.45);
    expect(truth.visibleShare).toBeLessThan(0.75);
  });

  it("hides two of three lists of blocks, as software is delivered", () => {
    const lists = Object.values(made("large").scenario.servers ?? {}).filter(({ software }) => software === "mastodon");
    const hidden = lists.filter(({ list }) => list !== "public").length / lists.length;
    expect(hidden).toBeCloseTo(0.65, 1);
  });

  it("takes every parameter by name", () => {
    const dying = ({ world }: ReturnType<typeof made>) =>
      [...world.servers.values()].filter(({ fault }) => fault).length;
    expect(dying(made("small"))).toBeGreaterThan(2);
    expect(dying(made("small", 1, { dead: 0 }))).toBe(0);
    expect(made("small", 1, { deleted: 0.5 }).truth.counts["account-gone"]).toBeGreaterThan(40);
  });

  it("has people who left by themselves since an old list was saved, and none since one of the day before", () => {
    const left = (seed: number) => {
      const { scenario, truth } = made("aged", seed);
      return [truth.savedDaysBefore ?? 1, scenario.script?.filter((step) => step.do === "unfollow-old").length ?? 0];
    };
    const worlds = Array.from({ length: 20 }, (_, at) => left(at + 1));
    const manyOf = (days: number) => worlds.flatMap(([age, many]) => (age === days ? [many ?? 0] : []));
    expect([manyOf(1).length, manyOf(25).length, manyOf(400).length].every((many) => many > 1)).toBe(true);
    expect(Math.max(...manyOf(1))).toBeLessThan(3);
    expect(Math.max(...manyOf(25))).toBeLessThan(12);
    expect(Math.min(...manyOf(400))).toBeGreaterThan(30);
    const { world } = made("aged");
    expect(world.old.server.blocks.some(({ severity }) => severity === "silence")).toBe(true);
  });

  it("has what other software decides for itself", () => {
    const servers = Object.values(made("large").scenario.servers ?? {});
    const of = (...names: readonly string[]) => servers.filter(({ software }) => names.includes(software ?? ""));
    const shut = (list: typeof servers) => list.filter(({ limited }) => limited).length;
    expect(of("bridgy-fed", "ghost", "cherrypick").length).toBeGreaterThan(15);
    expect(shut(of("gotosocial"))).toBeGreaterThan(0);
    expect(shut(of("misskey", "sharkey", "cherrypick"))).toBeGreaterThan(0);
    const closed = of("gotosocial").filter(({ robots }) => robots === undefined).length;
    expect(closed / of("gotosocial").length).toBeCloseTo(0.9, 1);
    const rows = of("akkoma", "pleroma", "friendica").flatMap(({ blocks = {} }) => Object.keys(blocks));
    expect(rows.some((name) => name.startsWith("*."))).toBe(true);
    expect(made("large").truth.counts["here-through-bridge"]).toBeGreaterThan(5);
  });

  it("has the mover at home on other software where it is told so", () => {
    const homes = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => made("elsewhere", seed).world);
    expect(new Set(homes.map(({ old }) => old.server.software)).size).toBeGreaterThan(2);
    expect(new Set(homes.map(({ target }) => target.server.software)).size).toBeGreaterThan(2);
  });

  it("has names under domains that are nobody's", () => {
    const hosts = [...made("large").world.servers.keys()];
    expect(hosts.filter((host) => !/\.(test|example|invalid)$/.test(host))).toEqual([]);
    expect(new Set(hosts).size).toBe(hosts.length);
    const long = hosts.filter((host) => host.split(".").length > 2).length / hosts.length;
    expect(long).toBeCloseTo(0.57, 1);
    expect(hosts.some((host) => host.startsWith("xn--"))).toBe(true);
  });
});

describe("size", () => {
  /** Seconds of work; the machine may be busy with other things. */
  const work = (act: () => unknown) => {
    const before = process.cpuUsage();
    const kept = act();
    const { user, system } = process.cpuUsage(before);
    return { seconds: (user + system) / 1e6, kept };
  };

  it("typical begins in less than two seconds", () => {
    expect(work(() => made("typical")).seconds).toBeLessThan(2);
  });

  it("extreme begins in less than ten, in less than 500 MB", () => {
    const before = process.memoryUsage().heapUsed;
    const { seconds, kept } = work(() => made("extreme"));
    expect(seconds).toBeLessThan(10);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500e6);
    expect(kept).toBeDefined();
  }, 120_000);
});
