import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A document that names a path which is not there misleads its readers. */
const ROOTS = "app|bench|components|deploy|docs|e2e|i18n|lib|public|scripts|server|testing|world|\\.ci";
const NAMED = new RegExp(`\`((?:${ROOTS})/[A-Za-z0-9_./\\[\\]*<>-]*)\``, "g");
const LINKED = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

export type Wrong = { readonly document: string; readonly path: string };

export function pathsNamedIn(text: string): string[] {
  return [...text.matchAll(NAMED)].map((found) => found[1] ?? "").filter((path) => !/[*<>]/.test(path));
}

export function wrongPaths(document: string, text: string, exists: (path: string) => boolean): Wrong[] {
  const links = [...text.matchAll(LINKED)].map((found) => join(dirname(document), found[1] ?? ""));
  return [...pathsNamedIn(text), ...links].filter((path) => !exists(path)).map((path) => ({ document, path }));
}

export function trackedDocuments(): string[] {
  const list = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.md"], { encoding: "utf8" });
  return list.stdout.split("\n").filter(Boolean);
}

if (import.meta.main) {
  const documents = trackedDocuments();
  const wrong = documents.flatMap((document) => wrongPaths(document, readFileSync(document, "utf8"), existsSync));
  for (const { document, path } of wrong) process.stderr.write(`${document} names ${path}, which is not there.\n`);
  process.stdout.write(`doc paths: ${documents.length} documents, ${wrong.length} wrong paths\n`);
  process.exitCode = wrong.length > 0 || documents.length === 0 ? 1 : 0;
}
