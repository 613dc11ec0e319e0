import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cyclesIn, importGraph } from "./layers/import-cycles.ts";
import { RULES, SCREEN } from "./layers/layer-rules.ts";
import { breachesIn, checkLayers, filesToCheck, importsOf, matches, resolveImport, ruleFor } from "./layers.ts";

const importing = (specifier: string) => `import { thing } from "${specifier}";\n`;

describe("the import table", () => {
  it.each([
    ["lib/causes/here.ts", "undici", "A cause reads readings"],
    ["lib/causes/here.ts", "../net/gate.ts", "A cause reads readings"],
    ["lib/domain/names/handle.ts", "zod", "The core is pure"],
    ["lib/domain/names/handle.ts", "node:crypto", "The core is pure"],
    ["components/report/bar.tsx", "#lib/net/open-gate.ts", "A feature draws"],
    ["components/report/bar.tsx", "#lib/store/check/checks.ts", "A feature draws"],
    ["components/report/bar.tsx", "../start/form.tsx", "A feature draws"],
    ["components/report/bar.tsx", "#components/share/card.tsx", "A feature draws"],
    ["world/play.ts", "#lib/causes/index.ts", "The world never sees the judge"],
    ["world/play.test.ts", "#lib/causes/index.ts", "The world never sees the judge"],
    ["lib/fediverse/software/mastodon.ts", "undici", "An adapter is data"],
    ["lib/store/check/checks.ts", "#lib/causes/index.ts", "The store keeps rows"],
    ["lib/check/servers/probe.ts", "#lib/net/open-gate.ts", "A check is handed a Gate"],
    ["app/page.tsx", "#lib/store/open/open-store.ts", "A route parses"],
    ["attic/old.ts", "zod", "Every file belongs to a room"],
  ])("%s may not import %s", (file, specifier, sentence) => {
    const [breach] = breachesIn(file, importing(specifier));
    expect(breach?.rule).toContain(sentence);
  });

  it.each([
    ["lib/causes/here.ts", "#lib/domain/diagnosis/cause.ts"],
    ["lib/causes/here.test.ts", "vitest"],
    ["lib/domain/names/handle.ts", "./host.ts"],
    ["components/report/bar.tsx", "./legend.tsx"],
    ["components/report/bar.tsx", "#components/ui/button.tsx"],
    ["lib/check/servers/probe.ts", "#lib/fediverse/question/ask.ts"],
    ["lib/check/probe.test.ts", "#world/start.ts"],
    ["app/page.tsx", "#lib/wire.ts"],
    ["world/play.ts", "./model.ts"],
  ])("%s may import %s", (file, specifier) => {
    expect(breachesIn(file, importing(specifier))).toEqual([]);
  });

  it("sees types, re-exports, side effects and late imports", () => {
    const source = `import type { A } from "a";\nexport { b } from "b";\nimport "c";\nconst d = await import("d");\nimport {\n  e,\n} from "e";\n`;
    expect(importsOf(source).sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("fails where it looked at nothing", () => {
    const nowhere = mkdtempSync(join(tmpdir(), "layers-"));
    expect(checkLayers(nowhere)).toMatchObject({ files: 0 });
    expect(checkLayers(nowhere).breaches.length).toBeGreaterThan(0);
  });

  it("finds the rooms of this repository in order", () => {
    const { files, breaches } = checkLayers();
    expect(files).toBeGreaterThan(20);
    expect(breaches.filter((breach) => breach.imports !== "(nothing)")).toEqual([]);
  });
});

describe("circles of imports", () => {
  it("finds every circle, and a file that imports itself", () => {
    const graph = { a: ["b"], b: ["c"], c: ["a", "d"], d: [], e: ["e"], f: ["a", "g"], g: ["f"] };
    expect(cyclesIn(new Map(Object.entries(graph)))).toEqual([["a", "b", "c"], ["e"], ["f", "g"]]);
  });

  it("are nowhere in this repository, not even by types: what both need stands in a file below them", () => {
    const graph = importGraph();
    expect(graph.size).toBeGreaterThan(20);
    expect(cyclesIn(graph)).toEqual([]);
  });
});

it("nothing is allowed that nobody uses: a permit that was left over would let in what was taken out", () => {
  const files = filesToCheck().map((file) => ({
    rule: ruleFor(file),
    targets: importsOf(readFileSync(file, "utf8")).map((specifier) => resolveImport(file, specifier)),
  }));
  const stale = RULES.flatMap((rule) => {
    const used = files.filter((file) => file.rule === rule).flatMap(({ targets }) => targets);
    const own = rule.may.filter((pattern) => !SCREEN.includes(pattern));
    return own.filter((pattern) => !used.some((target) => matches(pattern, target)));
  });
  expect(stale).toEqual([]);
  expect(
    SCREEN.filter((pattern) => !files.some(({ targets }) => targets.some((one) => matches(pattern, one)))),
  ).toEqual([]);
});

/** All files that come into a page's script with this one: types are left out of it. */
function scriptOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, "utf8").replace(/^import type [^;]+;$/gm, "");
  for (const target of importsOf(source).map((specifier) => resolveImport(file, specifier)))
    if (/\.tsx?$/.test(target) && !target.startsWith("npm:")) scriptOf(target, seen);
  return seen;
}

it("the catalogue of software stays on the server: pages are handed what they need of it", () => {
  const clients = filesToCheck().filter((file) => /^["']use client["']/.test(readFileSync(file, "utf8")));
  expect(clients.length).toBeGreaterThan(10);
  expect(clients.filter((file) => scriptOf(file).has("lib/software/index.ts"))).toEqual([]);
});
