import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandOf, copyOf, ignores, stagesOf, variablesOf } from "./containerfile.ts";

const text = readFileSync("Containerfile", "utf8");

test("the image is made in two stages, runs without root, and knows whether it is well", () => {
  const [build, run] = stagesOf(text);
  expect(build?.name).toBe("build");
  const words = run?.steps.map(({ word }) => word) ?? [];
  expect(words).toEqual(expect.arrayContaining(["USER", "VOLUME", "HEALTHCHECK", "CMD"]));
  expect(run?.steps.find(({ word }) => word === "USER")?.rest).not.toMatch(/^(root|0)\b/);
  for (const { word, rest } of run?.steps ?? []) {
    if (word !== "CMD" && word !== "HEALTHCHECK") continue;
    const [, ...words] = commandOf(rest);
    expect(() => readFileSync(words.find((one) => !one.startsWith("--")) ?? "")).not.toThrow();
  }
});

test("every file that a step copies by name is there and not ignored", () => {
  const ignored = ignores(readFileSync(".dockerignore", "utf8"));
  const named = stagesOf(text)
    .flatMap(({ steps }) => steps.filter(({ word }) => word === "COPY"))
    .map(({ rest }) => copyOf(rest))
    .filter(({ stage }) => stage === undefined)
    .flatMap(({ from }) => from)
    .filter((path) => path !== ".");
  expect(named.length).toBeGreaterThan(0);
  for (const path of named) {
    expect(() => readFileSync(path)).not.toThrow();
    expect(ignored(path)).toBe(false);
  }
});

test.each([
  ["app/page.tsx", false],
  ["lib/store/migrations/0000_start.sql", false],
  ["docs/hosting.md", true],
  ["docs", true],
  ["lib/docs.ts", false],
  [".data-test/base", true],
  [".git/config", true],
  [".gitignore", false],
  ["lib/config.test.ts", true],
  ["config.test.ts", true],
])("%s is left out: %s", (path, left) => {
  expect(ignores(readFileSync(".dockerignore", "utf8"))(path)).toBe(left);
});

test("steps are read as engines read them", () => {
  const [one] = stagesOf("ARG A=b\nFROM x AS y\n# words\nRUN a && \\\n  b\n");
  expect(one).toEqual({ name: "y", base: "x", steps: [{ word: "RUN", rest: "a && b" }] });
  expect(copyOf("--from=build --chown=1:1 /data /data")).toEqual({ stage: "build", from: ["/data"], to: "/data" });
  expect(variablesOf("A=1 B=two")).toEqual({ A: "1", B: "two" });
  expect(() => stagesOf("FROM x\nnonsense here")).toThrow("no step");
});
