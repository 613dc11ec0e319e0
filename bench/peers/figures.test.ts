import { describe, expect, it } from "vitest";
import { weightOf } from "../speed/requests.ts";
import type { Entry } from "./entry.ts";
import { merged } from "./publish.ts";
import { tableOf, withBlock, wordsOf } from "./table.ts";
import { added, tallyOf } from "./tally.ts";
import { toldOf } from "./told.ts";

type Truth = Parameters<typeof tallyOf>[1]["followers"][number];
const truth = (acct: string, cause: string, more: Partial<Truth> = {}): Truth => ({
  ...{ acct, server: acct.slice(acct.indexOf("@") + 1), cause, holds: [cause], reach: "works", visible: true },
  ...{ position: cause === "here" ? "here" : "old-only", inSnapshot: true },
  ...more,
});

const FOUND = {
  here: ["ann@a.test"],
  missing: ["bob@b.test", "cora@c.test", "dan@d.test", "eve@e.test"],
  suspends: { "b.test": ["new.test", "old.test"], "c.test": ["old.test"], "d.test": [], "e.test": undefined },
};

describe("what a program found", () => {
  const told = toldOf(FOUND, "alice@old.test", "new.test");

  it("is said in the words of a report", () => {
    expect(told.map(({ acct, cause, reach }) => [acct, cause, reach])).toEqual([
      ["ann@a.test", "here", "works"],
      ["bob@b.test", "new-server-blocked", "blocked"],
      ["cora@c.test", "old-server-blocked", "unknown"],
      ["dan@d.test", "unexplained", "unknown"],
      ["eve@e.test", "unknown", "unknown"],
    ]);
  });

  it("is counted against what happened", () => {
    const followers = [
      truth("ann@a.test", "here"),
      truth("bob@b.test", "new-server-blocked", { reach: "blocked" }),
      truth("cora@c.test", "ghost"),
      truth("dan@d.test", "notice-lost"),
      truth("eve@e.test", "here"),
      truth("finn@f.test", "waiting-for-approval", { position: "neither" }),
    ];
    const tally = tallyOf(told, { followers });
    expect(tally).toEqual({ missing: 4, named: 3, right: 1, wrong: 1, open: 1, falseBlocks: 1, falseProofs: 0 });
    expect(added([tally, tally]).missing).toBe(8);
  });

  it("takes an open way for no cause where somebody is lost all the same", () => {
    const clear = [{ acct: "dan@d.test", cause: "clear", certainty: "likely" as const, reach: "works" as const }];
    const tally = tallyOf(clear, { followers: [truth("dan@d.test", "notice-lost")] });
    expect(tally).toMatchObject({ right: 0, wrong: 0, open: 1, falseBlocks: 0 });
  });
});

it("counts what is called proven and does not hold", () => {
  const told = [{ acct: "dan@d.test", cause: "ghost", certainty: "proven" as const, reach: "works" as const }];
  expect(tallyOf(told, { followers: [truth("dan@d.test", "notice-lost")] })).toMatchObject({
    wrong: 1,
    falseProofs: 1,
  });
});

it("weighs requests by who got them", () => {
  const line = (host: string, bytes: number) => ({ host, path: "/", status: 200, bytes });
  const lines = [line("old.test", 9), line("old.test", 9), line("old.test", 9), line("a.test", 1), line("a.test", 2)];
  expect(weightOf(lines, ["old.test"])).toEqual({ requests: 5, mostToOne: 2, bytes: 30 });
  expect(weightOf([], ["old.test"])).toEqual({ requests: 0, mostToOne: 0, bytes: 0 });
});

const entry = (more: Partial<Entry> = {}): Entry => ({
  ...{ firstCauseMs: 1_250, doneMs: 61_000, requests: 1_234, mostToOne: 3, bytes: 3 * 2 ** 20, cpuMs: 2_000 },
  ...{ peakMb: 99.6, tally: { missing: 10, named: 9, right: 5, wrong: 1, open: 3, falseBlocks: 0, falseProofs: 0 } },
  ...{ at: "2026-01-02T03:04:05Z", load: 1.23 },
  ...more,
});

describe("the published table", () => {
  const [world] = merged([], {
    ...{ preset: "typical", mode: "moved", seed: 1, speed: 1 },
    entries: { serial: entry({ firstCauseMs: null }) },
  });
  if (!world) throw new Error("There is no world.");

  it("has a row for each run", () => {
    const lines = tableOf(world).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe(
      "| a script, one request after the other | – | 61.0 s | 1,234, 3 | 3.0 MB | 2.0 s | 100 MB | 5, 1, 4 of 10 | 0; 0 |",
    );
    expect(new Set(lines.map((line) => line.split("|").length)).size).toBe(1);
  });

  it("keeps runs of the same world, and drops those of another", () => {
    const later = { preset: "typical", mode: "moved", seed: 1, speed: 1 } as const;
    const at = "2026-01-03T00:00:00Z";
    const entries = { concurrent: entry({ at, load: 4 }) };
    const [both] = merged([world], { ...later, entries });
    expect(Object.keys(both?.moved ?? {})).toEqual(["serial", "concurrent"]);
    const words =
      "2,000 followers in a simulated network, 8 shared cores, Node v1, 2026-01-02, 2026-01-03, load 1.2 to 4.0.";
    expect(both && wordsOf(both, 8, "v1")).toBe(words);
    expect(both && wordsOf(both, 2, "v1")).toContain("on a quiet machine the seconds may be fewer");
    const [other] = merged([world], { ...later, seed: 2, entries });
    expect(Object.keys(other?.moved ?? {})).toEqual(["concurrent"]);
  });

  it("stands between its marks, and nothing else changes", () => {
    const page = "a\n<!-- npm run bench writes this -->\nold\n<!-- until here -->\nb\n";
    const written = withBlock(page, "new");
    expect(written).toBe("a\n<!-- npm run bench writes this -->\n\nnew\n\n<!-- until here -->\nb\n");
    expect(withBlock(written, "new")).toBe(written);
    expect(withBlock("no marks", "new")).toBe("no marks");
  });
});
