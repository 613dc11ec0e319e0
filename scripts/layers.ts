import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { RULES, type Rule } from "./layers/layer-rules.ts";

/** The import table of ARCHITECTURE.md, executed: who may import what, and what to do instead. */
export type Breach = { readonly file: string; readonly imports: string; readonly rule: string };

const SPECIFIER =
  /(?:^|[\s;}])(?:import|export)\b[^"'`;]*?from\s*["']([^"']+)["']|(?<!-)\bimport\s*\(?\s*["']([^"',\n]+)["']/g;

export const importsOf = (source: string): string[] =>
  [...source.matchAll(SPECIFIER)].map((found) => found[1] ?? found[2] ?? "").filter(Boolean);

/** Where an import leads: a path of this repository, or the name of a package. */
export function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  return `npm:${specifier}`;
}

export const matches = (pattern: string, path: string): boolean =>
  pattern === path ||
  (pattern.endsWith("/") && path.startsWith(pattern)) ||
  (pattern.endsWith("*") && path.startsWith(pattern.slice(0, -1)));

export const ruleFor = (file: string): Rule | undefined =>
  RULES.find((rule) => rule.files.some((pattern) => matches(pattern, file)));

export function breachesIn(file: string, source: string): Breach[] {
  const rule = ruleFor(file);
  if (!rule)
    return [
      {
        file,
        imports: "(nothing)",
        rule: "Every file belongs to a room: add its folder to scripts/layers/layer-rules.ts.",
      },
    ];
  const allowed = [...rule.may, ...EVERYBODY_MAY, ...(isTest(file) ? TESTS_MAY : [])];
  return importsOf(source)
    .map((specifier) => resolveImport(file, specifier))
    .filter((target) => !isOwn(file, target, rule) && !allowed.some((pattern) => matches(pattern, target)))
    .map((imports) => ({ file, imports, rule: rule.instead }));
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** Facts about software and helpers for concurrency stand below every room. */
const EVERYBODY_MAY = ["lib/software/", "lib/flow/"];
const TESTS_MAY = ["testing/", "world/", "npm:vitest", "npm:fast-check", "npm:node:*", "npm:react-dom/server"];

/** A room may import itself; a feature of `components` is a room of its own. */
function isOwn(file: string, target: string, rule: Rule): boolean {
  const pattern = rule.files.find((candidate) => matches(candidate, file)) ?? "";
  if (!pattern.endsWith("/")) return false;
  const depth = rule.eachFolderIsARoom ? pattern.split("/").length : pattern.split("/").length - 1;
  const room = `${file.split("/").slice(0, depth).join("/")}/`;
  return target.startsWith(room) && !(rule.not ?? []).some((forbidden) => matches(forbidden, target));
}

export function filesToCheck(root = "."): string[] {
  const folders = ["app", "components", "lib", "server", "world", "testing", "e2e", "scripts", "bench", "i18n"];
  const top = readdirSync(root).filter((name) => /\.(ts|tsx|mts)$/.test(name) && !name.endsWith(".d.ts"));
  return [...top, ...folders.flatMap((folder) => below(root, folder))].sort();
}

function below(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|mts)$/.test(name))
    .map((name) => relative(root, join(path, name)));
}

/** A check that looked at nothing is a failure, not a success. */
export function checkLayers(root = "."): { readonly files: number; readonly breaches: Breach[] } {
  const files = filesToCheck(root);
  const breaches = files.flatMap((file) => breachesIn(file, readFileSync(join(root, file), "utf8")));
  const empty = RULES.filter((rule) => !files.some((file) => ruleFor(file) === rule)).map((rule) => ({
    file: rule.files.join(", "),
    imports: "(nothing)",
    rule: "This rule looked at no file: take it out of scripts/layers/layer-rules.ts or mend its path.",
  }));
  return { files: files.length, breaches: [...breaches, ...empty] };
}

if (import.meta.main) {
  const { files, breaches } = checkLayers();
  for (const { file, imports, rule } of breaches) process.stderr.write(`${file} imports ${imports}\n  ${rule}\n`);
  process.stdout.write(`layers: ${files} files, ${breaches.length} breaches\n`);
  process.exitCode = breaches.length > 0 || files === 0 ? 1 : 0;
}
