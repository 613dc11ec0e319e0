import { describe, expect, it } from "vitest";
import { fact, gap, server } from "#testing/components/report.ts";
import { answeredServers, isIncomplete, isMostlyAnswered, isSilent } from "./answered.ts";

const causes = { unknown: 1 };
/** As they are kept: what the mover's own servers say about it is known, whatever it says itself. */
const ofOthers = [fact("byOld.list", { inbound: "open" }), fact("byTarget.peer", true), gap("ability", "unreachable")];
const silent = server("down.example", {
  causes,
  facts: [
    gap("nodeinfo", "unreachable"),
    gap("onOld.list", "unreachable"),
    gap("onTarget.list", "not-asked"),
    ...ofOthers,
  ],
});
const shut = server("shut.example", { causes, facts: [gap("onOld.list", "hidden-by-server"), ...ofOthers] });
const heard = server("up.example", { causes, facts: [fact("life", { state: "alive" }), fact("nodeinfo", {})] });

describe("how complete a run was", () => {
  it("counts a server that gave no answer itself, whatever others say about it", () => {
    expect(isSilent(silent)).toBe(true);
    expect(answeredServers([silent, heard])).toEqual({ asked: 2, answered: 1 });
  });

  it("counts a server that keeps its list to itself among those that answered", () => {
    expect(isSilent(shut)).toBe(false);
    expect(answeredServers([shut])).toEqual({ asked: 1, answered: 1 });
  });

  it("counts a server that was silent this time, although an earlier answer is kept", () =>
    expect(isSilent({ ...heard, facts: [fact("nodeinfo", {}), fact("life", { state: "silent" })] })).toBe(true));

  it("leaves out servers that were not asked, and those where nobody is missing", () =>
    expect(answeredServers([server("new.example", { causes, facts: [] }), { ...heard, missing: 0 }])).toEqual({
      asked: 0,
      answered: 0,
    }));

  it("takes what somebody told for no answer of that server", () => {
    const told = { ...fact("onOld.told", {}), source: { kind: "told" as const, at: "2026-11-20T14:02:00.000Z" } };
    expect(isSilent({ ...silent, facts: [gap("nodeinfo", "unreachable"), told] })).toBe(true);
  });

  it("warns of more than a few in a hundred", () => {
    expect(isMostlyAnswered({ asked: 0, answered: 0 })).toBe(true);
    expect(isMostlyAnswered({ asked: 100, answered: 95 })).toBe(true);
    expect(isMostlyAnswered({ asked: 100, answered: 94 })).toBe(false);
  });

  it("calls a result incomplete where one server in five was silent", () => {
    expect(isIncomplete({ asked: 0, answered: 0 })).toBe(false);
    expect(isIncomplete({ asked: 100, answered: 80 })).toBe(false);
    expect(isIncomplete({ asked: 100, answered: 79 })).toBe(true);
  });
});
