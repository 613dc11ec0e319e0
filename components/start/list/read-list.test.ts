import { describe, expect, it } from "vitest";
import { readExport, readRows } from "./read-list.ts";

describe("files with followers", () => {
  it("reads severed relationships", () =>
    expect(readRows([["Account address"], ["bo@far.example"], [""]])).toEqual({
      handles: ["bo@far.example"],
      kind: "severed",
    }));
  it("reads a plain list without a header", () =>
    expect(readRows([["@bo@far.example"], ["note"], ["ann@near.example"]])).toEqual({
      handles: ["@bo@far.example", "ann@near.example"],
      kind: "list",
    }));
  it("knows our own table by its columns", () =>
    expect(
      readRows([
        ["acct", "cause", "reach"],
        ["bo@far.example", "unknown", "works"],
      ]),
    ).toEqual({
      handles: ["bo@far.example"],
      kind: "snapshot",
    }));
  it.each([
    ["the table of a check", "address,name,server,group,cause,certainty,following_works"],
    ["a saved list", "Account address,Name,Profile"],
  ])("takes %s for everybody there was", (_, header) =>
    expect(readRows([header.split(","), ["bo@far.example"]]).kind).toBe("snapshot"),
  );

  it("does not take a list of followed accounts for a snapshot", () =>
    expect(
      readRows([
        ["Account address", "Show boosts"],
        ["bo@far.example", "true"],
      ]).kind,
    ).toBe("list"));
  it.each([
    ["2026-11-02T08:30:00.000Z", "2026-11-02T08:30:00.000Z"],
    ["2026-11-02T10:30:00+02:00", "2026-11-02T08:30:00.000Z"],
    ["2026-11-02", "2026-11-02T00:00:00.000Z"],
    ["some day", undefined],
    [5, undefined],
  ])("keeps the moment at which our own list was read: %s", (takenAt, expected) => {
    const file = JSON.stringify({ old: "alice@old.example", takenAt, followers: [{ acct: "bo@far.example" }] });
    expect(readExport(file)?.takenAt).toBe(expected);
  });
  it("reads our own export and nothing else that is JSON", () => {
    expect(readExport('{"followers":[{"acct":"bo@far.example"},{"x":1},null]}')).toEqual({
      handles: ["bo@far.example"],
      kind: "snapshot",
    });
    expect(readExport('{"people":[]}')).toBeUndefined();
    expect(readExport("{broken")).toBeUndefined();
    expect(readExport("bo@far.example")).toBeUndefined();
  });
});
