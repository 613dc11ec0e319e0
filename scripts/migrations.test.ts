import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, expect, it } from "vitest";
import settings from "../drizzle.config.ts";

const folder = mkdtempSync(join(tmpdir(), "migrations-"));
afterEach(() => rmSync(folder, { recursive: true }));

it("the migrations are the tables: the command that writes the next one finds nothing to write", () => {
  const { dialect, schema, out } = settings as { dialect: string; schema: string; out: string };
  cpSync(out, folder, { recursive: true });
  const before = readdirSync(folder, { recursive: true });
  // Drizzle reads this path from the working folder, even where it begins with a slash.
  const options = [`--dialect=${dialect}`, `--schema=${schema}`, `--out=${relative(".", folder)}`];
  const said = execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", ...options], {
    encoding: "utf8",
  });
  expect(said).toContain("No schema changes");
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
}, 30_000);
