import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { MOVE_FINDINGS } from "#lib/domain/diagnosis/verdict.ts";
import { fact, finding, gap, server } from "../fixture.ts";
import { chooseBanners, silentServers } from "./findings.ts";

describe("banners", () => {
  it("speak the loudest first and leave requests to the actions", () => {
    const findings = [
      finding("old-actor-silent"),
      finding("check-requests"),
      finding("too-early"),
      finding("alias-missing"),
    ];
    expect(chooseBanners({ state: "done", findings }).map(({ finding: { cause }, tone }) => [cause, tone])).toEqual([
      ["alias-missing", "stop"],
      ["too-early", "warn"],
      ["old-actor-silent", "note"],
    ]);
  });

  it("have words for every finding", () => {
    for (const id of MOVE_FINDINGS) expect(english.banner[id].text).toBeTruthy();
  });
});

describe("a partial run", () => {
  const silent = server("down.example", { causes: { unknown: 1 }, facts: [gap("nodeinfo", "unreachable")] });
  const heard = server("up.example", { causes: { unknown: 1 }, facts: [fact("life", { state: "alive" })] });

  it("is said with the number of servers that gave no answer at all", () =>
    expect(silentServers([silent, heard, server("fine.example", { here: 1, causes: { here: 1 } })])).toEqual({
      silent: 1,
      total: 2,
    }));
  it("is not said for a few among many, nor for servers not asked yet", () => {
    expect(silentServers([silent, ...Array.from({ length: 30 }, () => heard)])).toBeNull();
    expect(silentServers([{ ...silent, facts: [] }])).toBeNull();
  });
  it("counts a server that was silent this time", () =>
    expect(silentServers([{ ...heard, facts: [fact("life", { state: "silent" })] }])?.silent).toBe(1));
});
