import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CALLS } from "#lib/contract/calls.ts";
import { openApi } from "#lib/contract/openapi.ts";

/** Pictures and public pages are no part of the JSON contract. */
const NOT_JSON = /^\/api\/avatars\//;

function routes(): string[] {
  return readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("route.ts"))
    .flatMap((path) => {
      const source = readFileSync(join("app/api", path), "utf8");
      const methods = [...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|DELETE)\b/g)];
      const address = `/api/${path.replace(/\/?route\.ts$/, "")}`.replace(/\[(\w+)\]/g, "{$1}");
      return methods.map(([, method]) => `${method?.toLowerCase()} ${address}`);
    })
    .filter((call) => !NOT_JSON.test(call.split(" ")[1] ?? ""));
}

it("describes exactly the calls that routes answer", () => {
  expect(CALLS.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes().sort());
});

it("makes a document of every schema", () => {
  const document = openApi("1", "http://localhost:3000");
  expect(Object.keys(document.paths as object).sort()).toEqual([...new Set(CALLS.map(({ path }) => path))].sort());
  expect(JSON.stringify(document)).toContain('"provisional"');
});
