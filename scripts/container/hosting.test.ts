import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stagesOf, variablesOf } from "./containerfile.ts";

/** What people copy to host the app must say what the app and its image say: no engine runs in the tests. */
const read = (path: string): string => readFileSync(path, "utf8");
const COMPOSE = ["compose.yaml", "compose.postgres.yaml"] as const;

/** What the app reads from its environment. */
const settings = new Set([...read("lib/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = ""]) => name));
const image = stagesOf(read("Containerfile")).at(-1)?.steps ?? [];
const wordsOf = (word: string): string => image.find((step) => step.word === word)?.rest ?? "";
const imageEnv = variablesOf(wordsOf("ENV"));

describe.each(COMPOSE)("%s", (file) => {
  const text = read(file);
  const given = [...text.matchAll(/(?:^ +|\{ |, )([A-Z][A-Z_]+): /gm)].map(([, name = ""]) => name);

  it("gives the app nothing that it does not read", () => {
    expect(settings.size).toBeGreaterThan(20);
    const ofDatabase = (name: string) => name.startsWith("POSTGRES_");
    expect(given.filter((name) => !settings.has(name) && !ofDatabase(name))).toEqual([]);
    // What whoever starts it may set is set under the same name.
    const asked = [...text.matchAll(/\$\{([A-Z_]+)[:}]/g)].map(([, name]) => name);
    expect(asked.filter((name) => !given.includes(name ?? ""))).toEqual([]);
  });

  it("hands on whatever a copy for the public should set", () => {
    const [, part = ""] = read("docs/hosting.md").split("## A copy for the public");
    const should = [...(part.split("\n## ")[0] ?? "").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
    expect(should.length).toBeGreaterThan(5);
    expect(should.filter((name) => !given.includes(name))).toEqual([]);
  });

  it("opens the image's port to this machine alone, and builds from the file that is there", () => {
    expect(text).toContain(`ports: ["127.0.0.1:${imageEnv.PORT}:${imageEnv.PORT}"]`);
    expect(wordsOf("EXPOSE")).toBe(imageEnv.PORT);
    expect(existsSync(/dockerfile: (\S+) \}/.exec(text)?.[1] ?? "")).toBe(true);
  });

  it("keeps every volume that it names", () => {
    const [services = "", volumes = ""] = text.split(/^volumes:$/m);
    const named = [...services.matchAll(/volumes: \["(\w+):(\S+)"\]/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, name] of named) expect(volumes).toMatch(new RegExp(`^ {2}${name}:$`, "m"));
  });
});

it("the embedded database lives on the image's volume", () => {
  expect(wordsOf("VOLUME")).toBe(imageEnv.DATA_DIR);
  expect(read("compose.yaml")).toContain(`volumes: ["data:${imageEnv.DATA_DIR}"]`);
});

it("the health check asks a path that is there", () => {
  const [, path = ""] = /127\.0\.0\.1:\$\{port\}(\/[a-z/]+)/.exec(read("scripts/healthy.mjs")) ?? [];
  expect(existsSync(`app${path}/route.ts`)).toBe(true);
});

it.each(["deploy/nginx.conf", "deploy/Caddyfile"])(
  "%s leads to the usual port and says which settings go with it",
  (file) => {
    const text = read(file);
    expect(text).toContain(`127.0.0.1:${imageEnv.PORT}`);
    expect(text).toMatch(/TRUST_PROXY=1 and PUBLIC_URL=https:/);
    expect(text).toMatch(/X-Forwarded-For/);
    expect(text).toMatch(/proxy_buffering off|flush_interval -1/);
  },
);
