import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "#lib/causes/index.ts";
import { filesToCheck, resolveImport } from "./layers.ts";

// What is true about a cause stands in its own file: elsewhere no cause is named, and none is judged in a browser.

/** Words of ours besides, for a group, a place, a software: these are causes where the line speaks of one. */
const ORDINARY: readonly string[] = ["here", "ghost"];
const CLEAR = CAUSE_IDS.filter((id) => !ORDINARY.includes(id));
const named = (ids: readonly string[]) => `(["'\`])(?:${ids.join("|")})\\1`;
const NAMED = new RegExp(named(CLEAR));
const SPOKEN_OF = new RegExp(`caus\\w*\\b.*${named(ORDINARY)}|cause\\w*\\??\\.(?:${ORDINARY.join("|")})\\b`, "i");
const OF_GROUP = /group [!=]== "here"/g;
const namesCause = (line: string): boolean => NAMED.test(line) || SPOKEN_OF.test(line.replaceAll(OF_GROUP, ""));

const MAY_NAME_THEM =
  /^(?:lib\/causes|i18n|testing|world|e2e)\/|(?:^|[./])(?:test|spec)\.tsx?$|(?:^|\/)fixtures?(?:\/|\.ts)/;
const ROOT = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const files = filesToCheck(ROOT);

describe("the name of a cause", () => {
  it.each(CAUSE_IDS)("is found where it stands in code: %s", (id) => {
    expect(namesCause(`  if (cause === "${id}") return;`)).toBe(true);
    expect(namesCause(`const SOME_CAUSES = new Set(['${id}']);`)).toBe(true);
  });

  it("is not every word that looks like one", () => {
    for (const line of ['if (cause.group === "here") return null;', "software: ghost", "cause.helps === helps"])
      expect(namesCause(line)).toBe(false);
  });

  it("stands in its own file, in words and in tests alone", () => {
    const searched = files.filter((file) => !MAY_NAME_THEM.test(file));
    expect(searched.length).toBeGreaterThan(100);
    const found = searched.flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((line, at) => (namesCause(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );
    expect(found, "Give the cause a field in lib/domain/diagnosis/consequences.ts and filter the table by it.").toEqual(
      [],
    );
  });
});

/** What the browser loads with a file: types are gone by then. */
const IMPORTED = /^(?:import|export)\s(?!type\b)(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const loadedBy = (file: string): readonly string[] =>
  [...read(file).matchAll(IMPORTED)]
    .map((found) => resolveImport(file, found[1] ?? found[2] ?? ""))
    .filter((path) => files.includes(path));

describe("what runs in the browser", () => {
  it("loads no judging: what follows from a cause is handed to it", () => {
    const clients = files.filter((file) => read(file).startsWith('"use client"'));
    expect(clients.length).toBeGreaterThan(20);
    const from = new Map(clients.map((file) => [file, file]));
    for (const [file, client] of from)
      for (const next of loadedBy(file)) if (!from.has(next)) from.set(next, `${client} → ${next}`);
    expect(from.has("lib/messages/plan.ts")).toBe(true);
    expect([...from].filter(([file]) => file.startsWith("lib/causes/")).map(([, way]) => way)).toEqual([]);
  });
});
