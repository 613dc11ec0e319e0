import { expect, it } from "vitest";
import { asAtom } from "./atom.ts";

const feed = (title: string) =>
  asAtom({
    ...{
      id: "https://house.example/check/a",
      self: "https://house.example/a?x=1&y=2",
      page: "https://house.example/check/a",
    },
    ...{ title, updated: "2026-11-20T12:00:00.000Z" },
    entries: [{ id: "https://house.example/check/a#1", title, at: "2026-11-20T12:00:00.000Z" }],
  });

it("holds what a reader of feeds asks for", () => {
  const text = feed("12 came along");
  for (const part of [
    "<id>",
    "<updated>",
    "<author>",
    'rel="self" href="https://house.example/a?x=1&amp;y=2"',
    "<entry>",
  ])
    expect(text).toContain(part);
  expect(text).toContain("<title>12 came along</title>");
});

it("is no other document, whatever stands in a name", () => {
  const text = feed('</title><script>"&\u0000\ud800');
  expect(text).toContain("&lt;/title&gt;&lt;script&gt;&quot;&amp;");
  for (const part of ["<script", "\u0000", "\ud800"]) expect(text).not.toContain(part);
});
