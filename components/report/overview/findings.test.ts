import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { MOVE_FINDINGS } from "#lib/domain/diagnosis/verdict.ts";
import { finding } from "#testing/components/report.ts";
import { chooseBanners, splitBanners } from "./findings.ts";

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
      ["old-actor-silent", "warn"],
      ["too-early", "warn"],
    ]);
  });

  it("leave one note above the headline, and the others to a fold", () => {
    const split = (ids: readonly Parameters<typeof finding>[0][], said: string | null = null) => {
      const { lead, rest } = splitBanners({ state: "done", findings: ids.map(finding) }, said);
      return [lead?.finding.cause ?? null, rest.map(({ finding: { cause } }) => cause)];
    };
    expect(split(["new-list-hidden", "old-and-new-block"])).toEqual(["old-and-new-block", ["new-list-hidden"]]);
    expect(split(["redirect-removed", "new-account-locked"])).toEqual([
      null,
      ["redirect-removed", "new-account-locked"],
    ]);
    expect(split(["old-list-hidden", "new-list-hidden"], "everything-hidden")).toEqual([
      null,
      ["old-list-hidden", "new-list-hidden"],
    ]);
    expect(split(["old-list-hidden", "too-early"], "old-hidden")).toEqual(["too-early", ["old-list-hidden"]]);
  });

  it("tell one mistake once: without a former address a redirect is all that shows", () =>
    expect(
      chooseBanners({ state: "not-started", findings: [finding("redirect-only"), finding("alias-missing")] }).map(
        ({ finding: { cause } }) => cause,
      ),
    ).toEqual(["alias-missing"]));

  it("have words for every finding", () => {
    for (const id of MOVE_FINDINGS) expect(english.banner[id].text).toBeTruthy();
  });
});
