import { expect, it } from "vitest";
import { pathsNamedIn, wrongPaths } from "./doc-paths.ts";

it("finds paths in code spans and links, and leaves patterns alone", () => {
  const text =
    "See `lib/domain/evidence/fact.ts`, `lib/causes/<id>.ts`, [why](docs/why.md) and https://a.example/lib/x.";
  expect(pathsNamedIn(text)).toEqual(["lib/domain/evidence/fact.ts"]);
  expect(wrongPaths("README.md", text, (path) => path === "docs/why.md")).toEqual([
    { document: "README.md", path: "lib/domain/evidence/fact.ts" },
  ]);
});

it("resolves a link from the document's own folder", () => {
  expect(wrongPaths("docs/a.md", "[b](b.md)", (path) => path === "docs/b.md")).toEqual([]);
});
