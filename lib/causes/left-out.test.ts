import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here } from "./here.ts";

// A cause is added to a copy of the rooms it needs, as CONTRIBUTING says, and the compiler is asked.

const ROOT = resolve(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "housewarming-causes-"));
const isSource = (path: string) => !path.endsWith(".test.ts");
const change = (path: string, as: (text: string) => string) =>
  writeFileSync(join(copy, path), as(readFileSync(join(copy, path), "utf8")));

const CAUSE = readFileSync(join(ROOT, "lib/causes/here.ts"), "utf8")
  .replace('id: "here"', 'id: "cosmic-rays"')
  .replace("export const here ", "export const cosmicRays ");
const FIELDS = Object.keys(here);
const leaveOut = (field: string) => CAUSE.replace(new RegExp(`^ {2}${field}: .*\\n`, "m"), "");

/** What the compiler says of each file. */
function compile(): ReadonlyMap<string, string> {
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", ".", "--pretty", "false"], {
    cwd: copy,
    encoding: "utf8",
  });
  const said = stdout.split(/\n(?=\S+\(\d+,\d+\): )/).filter((part) => part !== "");
  const byFile = Map.groupBy(said, (part) => part.slice(0, part.indexOf("(")));
  return new Map([...byFile].map(([file, parts]) => [file, parts.join("\n")]));
}

beforeAll(() => {
  for (const room of ["lib/causes", "lib/domain", "lib/software"])
    cpSync(join(ROOT, room), join(copy, room), { recursive: true, filter: isSource });
  for (const folder of ["i18n", "lib/flow"]) mkdirSync(join(copy, folder));
  for (const file of ["package.json", "i18n/en.json", "i18n/cause-words.ts", "lib/flow/defined.ts"])
    cpSync(join(ROOT, file), join(copy, file));
  const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8"));
  const options = { ...compilerOptions, types: [], plugins: [], incremental: false };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["**/*.ts"] }));
  writeFileSync(join(copy, "lib/causes/cosmic-rays.ts"), CAUSE);
  change("lib/causes/index.ts", (table) =>
    table
      .replace("import { here }", 'import { cosmicRays } from "./cosmic-rays.ts";\nimport { here }')
      .replace("\n] as const;", "\n  cosmicRays,\n] as const;"),
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a new cause", () => {
  let said: ReadonlyMap<string, string>;
  beforeAll(() => {
    for (const field of FIELDS) writeFileSync(join(copy, `lib/causes/without-${field}.ts`), leaveOut(field));
    said = compile();
  });

  it.each(FIELDS)("does not compile without `%s`, and is told so", (field) => {
    expect(leaveOut(field)).not.toBe(CAUSE);
    expect(said.get(`lib/causes/without-${field}.ts`)).toContain(`Property '${field}' is missing`);
  });

  it("does not compile without its words, and is told so", () => {
    expect(said.get("i18n/cause-words.ts")).toContain("Property '\"cosmic-rays\"' is missing");
  });

  it("compiles with them, in its file, the table and the words alone", () => {
    for (const field of FIELDS) rmSync(join(copy, `lib/causes/without-${field}.ts`));
    change("i18n/en.json", (words) =>
      words.replace(
        '"causes": {',
        '"causes": { "cosmic-rays": { "title": "Rays", "what": "Rays.", "who": "The sun" },',
      ),
    );
    expect([...compile().values()]).toEqual([]);
  });
});
