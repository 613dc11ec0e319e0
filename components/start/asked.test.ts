import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { parseHandle } from "#lib/domain/names/handle.ts";
import { readAsked } from "./asked.ts";
import { codeOf, PROBLEMS } from "./problems.ts";

describe("what a link brings to the start page", () => {
  it("reads values and codes", () =>
    expect(readAsked({ old: "@a@b.example", "error.new": "no-server", "before.count": "12" })).toEqual({
      planned: false,
      values: { old: "@a@b.example", "before.count": "12" },
      problems: { new: "no-server" },
    }));
  it("keeps what a file said of its list", () => {
    const list = { "before.handles": "a@b.example", "before.kind": "snapshot", "before.takenAt": "2026-11-02" };
    expect(readAsked(list).values).toEqual(list);
  });
  it("knows a planned move", () => {
    expect(readAsked({ mode: "planned", candidates: "a.example b.example" })).toMatchObject({
      planned: true,
      values: { candidates: "a.example b.example" },
    });
    expect(readAsked({ mode: "<b>" }).planned).toBe(false);
  });
  it("takes what a share sheet hands over", () => {
    expect(readAsked({ text: "@a@b.example", url: "" }).values).toEqual({ old: "@a@b.example" });
    expect(readAsked({ text: "A profile", url: "https://b.example/@a" }).values).toEqual({
      old: "https://b.example/@a",
    });
    expect(readAsked({ text: "x", old: "@a@b.example" }).values).toEqual({ old: "@a@b.example" });
  });
  it("never shows words from outside", () =>
    expect(readAsked({ "error.old": "<b>Call this number</b>" }).problems).toEqual({ old: "other" }));
  it("takes the first of many and cuts what is endless", () =>
    expect(readAsked({ old: ["x".repeat(9_000), "y"] }).values.old).toHaveLength(2_000));
});

describe("problems", () => {
  it("all have words", () => {
    for (const code of PROBLEMS) expect(english.start.problem[code]).toBeTruthy();
  });
  it.each([
    ["@maria", "no-server"],
    ["maria@gmail.com", "email"],
    ["@a@127.0.0.1", "host-address"],
    ["@a@localhost", "host-local"],
    ["@a@b.example:8443", "host-port"],
    ["https://x.com/maria", "network-x"],
  ])("%s is %s", (text, code) => {
    const parsed = parseHandle(text);
    expect(parsed.ok ? "fine" : codeOf(parsed.error)).toBe(code);
  });
});
