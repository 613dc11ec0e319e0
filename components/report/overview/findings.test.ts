import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { MOVE_FINDINGS } from "#lib/domain/diagnosis/verdict.ts";
import { finding } from "../fixture.ts";
import { chooseBanners } from "./findings.ts";

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
