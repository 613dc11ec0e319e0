import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readArguments, UsageError } from "./arguments.ts";

const folder = mkdtempSync(join(tmpdir(), "arguments-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const inputOf = (...argv: readonly string[]) => {
  const wish = readArguments(argv);
  return wish.wish === "check" ? wish.input : wish;
};

describe("what somebody typed", () => {
  it("is a move, with or without the new address", () => {
    expect(inputOf("@a@old.test")).toEqual({ mode: "moved", old: "@a@old.test" });
    expect(inputOf("@a@old.test", "@a@new.test", "--moved-at", "2026-11-01")).toEqual({
      ...{ mode: "moved", old: "@a@old.test", new: "@a@new.test", movedAt: "2026-11-01" },
    });
  });

  it("is a plan, with its candidates", () => {
    expect(inputOf("@a@old.test", "--planned", "calm.test", "loud.test")).toEqual({
      ...{ mode: "planned", old: "@a@old.test", candidates: ["calm.test", "loud.test"] },
    });
  });

  it("brings a list from before, whatever made it", () => {
    const export_ = file("export.json", JSON.stringify({ followers: [{ acct: "bo@far.test" }] }));
    const severed = file("severed.csv", "Account address\nbo@far.test\n");
    const plain = file("plain.txt", "bo@far.test\nann@far.test\n");
    const handles = ["bo@far.test"];
    expect(inputOf("@a@old.test", "--before", export_)).toMatchObject({ before: { kind: "snapshot", handles } });
    expect(inputOf("@a@old.test", "--before", severed)).toMatchObject({ before: { kind: "severed", handles } });
    expect(inputOf("@a@old.test", "--before", plain, "--count", "20")).toMatchObject({
      before: { kind: "list", handles: ["bo@far.test", "ann@far.test"], count: 20 },
    });
  });

  it("brings those whom one follows, for a plan", () => {
    const csv = file("following_accounts.csv", "Account address,Show boosts\nbo@far.test,true\nann@far.test,false\n");
    const wish = readArguments(["@a@old.test", "--planned", "calm.test", "--following", csv]);
    expect(wish).toMatchObject({ following: ["bo@far.test", "ann@far.test"] });
  });

  it.each<[string, readonly string[]]>([
    ["whom one follows, after a move", ["@a@old.test", "--following", file("some.csv", "bo@far.test\n")]],
    ["whom one follows, and nobody is", ["@a@old.test", "--planned", "c.test", "--following", file("none.csv", "?\n")]],
    ["nobody", []],
    ["too many addresses", ["@a@old.test", "@a@new.test", "@b@new.test"]],
    ["a plan without candidates", ["@a@old.test", "--planned"]],
    ["an unknown option", ["@a@old.test", "--fast"]],
    ["a day that there is not", ["@a@old.test", "--moved-at", "2026-02-30"]],
    ["a day in words", ["@a@old.test", "--moved-at", "yesterday"]],
    ["a count that is none", ["@a@old.test", "--count", "many"]],
    ["a list without addresses", ["@a@old.test", "--before", file("empty.txt", "nothing here\n")]],
  ])("is refused in a sentence: %s", (_, argv) => {
    expect(() => readArguments(argv)).toThrow(UsageError);
  });

  it("asks for help", () => {
    expect(readArguments(["--help"])).toEqual({ wish: "help" });
    expect(readArguments(["-h", "@a@old.test"])).toEqual({ wish: "help" });
  });
});
