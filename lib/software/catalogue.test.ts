import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { abilityOf } from "./abilities.ts";
import type { SoftwareFacts } from "./define.ts";
import { familyOf } from "./family.ts";
import { CATALOGUE, factsOf, pageUrl, pathOf, softwareName } from "./index.ts";
import { MATCH_RULES } from "./match-rules.ts";
import { compareVersions } from "./version.ts";

const namesOf = ({ names }: SoftwareFacts): readonly string[] => Object.keys(names);

describe("the catalogue", () => {
  it("has every name once, in lower case", () => {
    const names = CATALOGUE.flatMap(namesOf);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.map((name) => name.toLowerCase())).toEqual(names);
    expect(CATALOGUE.filter((facts) => namesOf(facts).length === 0)).toEqual([]);
  });

  it("has in README whose follow requests can be let in, and nobody else", () => {
    const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
    const letsIn = ({ signIn }: SoftwareFacts) => signIn?.letsIn !== undefined;
    const able = CATALOGUE.filter(letsIn).map((facts) => Object.values(facts.names)[0]);
    const [, named = ""] = /On ([\w,. ]+) you can then let in/.exec(readme) ?? [];
    expect(named.split(/, | and /).sort()).toEqual(able.sort());
  });

  it("says of every name how it is written", () => {
    expect(softwareName("MASTODON")).toBe("Mastodon");
    for (const { names } of CATALOGUE) for (const written of Object.values(names)) expect(written.trim()).not.toBe("");
  });

  it("has a source in every row about moves, and rows in the order of their versions", () => {
    for (const facts of CATALOGUE) {
      for (const { source } of facts.moves) expect(source.length).toBeGreaterThan(10);
      for (const name of namesOf(facts)) {
        const since = facts.moves.filter(({ names }) => names?.includes(name) ?? true).map((row) => row.since ?? "");
        expect([...since].sort(compareVersions)).toEqual(since);
      }
    }
  });

  it("has no row about moves for a name that the software does not go by", () => {
    for (const facts of CATALOGUE)
      for (const { names = [] } of facts.moves) expect(namesOf(facts)).toEqual(expect.arrayContaining([...names]));
  });

  it("has pages as paths below a host, with a place for what they are opened for", () => {
    for (const { paths } of CATALOGUE) {
      for (const path of [
        ...[paths.follow, paths.compose, paths.followRequests, paths.aliases, paths.move, paths.signUp, paths.profile],
        ...[paths.approve, paths.exports, paths.imports, paths.severed],
      ])
        if (path) expect(path).toMatch(/^\/[a-z]/);
      if (paths.follow) expect(paths.follow).toMatch(/=\{(uri|object)\}$/);
      if (paths.compose) expect(paths.compose).toMatch(/=\{content\}$/);
    }
  });

  it("has a place for a name in the command that sends a Move again", () => {
    const commands = CATALOGUE.flatMap(({ replay }) => replay ?? []);
    expect(commands).not.toEqual([]);
    for (const command of commands) expect(command).toContain("{user}");
  });

  it("has every rule about block lists under the name of its software", () => {
    const ruled = CATALOGUE.filter(({ blocks }) => blocks !== null);
    expect(Object.keys(MATCH_RULES).sort()).toEqual(ruled.map((facts) => namesOf(facts)[0]).sort());
    for (const [name, rule] of Object.entries(MATCH_RULES)) expect(factsOf(name)?.blocks).toBe(rule);
  });
});

describe("forks", () => {
  it.each([
    ["mastodon", ["hometown", "glitch", "glitch-soc", "glitchsoc", "fedibird", "kmyblue", "ecko"]],
    ["sharkey", ["firefish", "calckey", "cherrypick", "catodon", "iceshrimp"]],
    ["snac", ["snac2"]],
    ["mbin", ["kbin"]],
  ])("of %s are the same everywhere", (parent, forks) => {
    const told = (name: string) => {
      const { names: _, ...facts } = factsOf(name) ?? {};
      return { facts, ability: abilityOf({ name, version: "4.3.0" }) };
    };
    for (const fork of forks) expect(told(fork)).toEqual(told(parent));
  });

  it.each([
    ["FoundKey", "misskey"],
    ["Kmyblue", "mastodon"],
    ["Iceshrimp", "misskey"],
    ["Iceshrimp.NET", "other"],
    ["mitra", "other"],
    ["unheard.of", "other"],
    ["constructor", "other"],
  ])("%s is judged as %s", (name, family) => expect(familyOf({ name })).toBe(family));
});

describe("which name a row of a block list is compared with", () => {
  it.each([
    ["mastodon", ["actor", "handle"]],
    ["gotosocial", ["actor", "handle"]],
    ["akkoma", ["actor"]],
    ["pleroma", ["actor"]],
    ["friendica", ["actor"]],
    ["misskey", ["actor"]],
    ["lemmy", undefined],
  ] as const)("%s: %j", (name, compared) => {
    const { compares, sometimesCompares = [] } = MATCH_RULES[name];
    expect(compares && [...compares, ...sometimesCompares].sort()).toEqual(compared);
  });
});

describe("pages", () => {
  it.each([
    ["followRequests", "Mastodon", "https://new.example/follow_requests"],
    ["followRequests", "misskey", "https://new.example/my/follow-requests"],
    ["followRequests", "gotosocial", null],
    ["followRequests", undefined, null],
    ["aliases", "fedibird", "https://new.example/settings/aliases"],
    ["move", "GoToSocial", "https://new.example/settings/user/migration"],
    ["move", "foundkey", null],
    ["move", "rebased", null],
  ] as const)("%s of %s: %s", (kind, name, url) => expect(pageUrl(kind, "new.example", name)).toBe(url));

  it("to follow are known to be missing, or not known", () => {
    expect(pathOf("follow", "hollo")).toBeNull();
    expect(pathOf("follow", "something-new")).toBeUndefined();
    expect(pathOf("follow", "Kmyblue")).toBe("/authorize_interaction?uri={uri}");
    expect(pathOf("follow", "soapbox")).toBe("/ostatus_subscribe?acct={uri}");
  });
});
