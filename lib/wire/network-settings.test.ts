import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ConfigError, readConfig } from "#lib/config.ts";
import { openApp } from "#lib/wire.ts";
import { readNetworkSettings } from "./network-settings.ts";

it("takes names to leave alone in every spelling", () =>
  expect(readNetworkSettings(readConfig({ OPT_OUT: "Far.Example, bücher.example." })).optOut).toEqual([
    "far.example",
    "xn--bcher-kva.example",
  ]));

it.each([
  ["OPT_OUT", "far.example https://near.example", /^OPT_OUT: "https:\/\/near\.example" is not the name of a server/],
  ["FEDIVERSE_ROUTES", "far.example", /^FEDIVERSE_ROUTES: "far\.example" is not a route/],
  ["FEDIVERSE_CA", "no/such/file.pem", /^FEDIVERSE_CA must name a file .*file\.pem is none \(ENOENT\)\.$/],
  ["FEDIVERSE_CA", "package.json", /^FEDIVERSE_CA must name a file .*package\.json is none/],
  ["FEDIVERSE_CA", "lib", /^FEDIVERSE_CA must name a file .*lib is none \(EISDIR\)\.$/],
  [
    "DATA_DIR",
    "package.json",
    /^DATA_DIR must be a folder that can be written to: package\.json is none \(EEXIST\)\.$/,
  ],
  ["DATA_DIR", "package.json/x", /^DATA_DIR must be a folder that can be written to: package\.json\/x is none/],
  ["DATABASE_URL", "postgres://localhost:1/x", /^DATABASE_URL leads to no database: .*ECONNREFUSED.*\.$/],
  ["DATABASE_URL", "postgres://a:b c@[::1/x", /^DATABASE_URL leads to no database: Invalid URL .*\.$/],
])("ends the start where %s is %s, in a sentence that names it", async (name, value, words) => {
  const opening = openApp(readConfig({ [name]: value }));
  await expect(opening).rejects.toThrow(words);
  await expect(opening).rejects.toBeInstanceOf(ConfigError);
});

it("says where a database lies that cannot be opened", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hw-ground-"));
  mkdirSync(join(folder, "db"));
  writeFileSync(join(folder, "db", "PG_VERSION"), "none");
  const opening = openApp(readConfig({ DATA_DIR: folder }));
  await expect(opening).rejects.toThrow(`DATA_DIR holds a database that cannot be opened: ${join(folder, "db")}.`);
  rmSync(folder, { recursive: true, force: true });
});
