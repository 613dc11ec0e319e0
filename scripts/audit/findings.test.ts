import { describe, expect, it } from "vitest";
import { ALLOWED } from "./allowed.ts";
import { advisoriesIn, judged } from "./findings.ts";

const via = (id: string, name: string) => ({
  ...{ source: 1, name, dependency: name, title: `a hole in ${name}`, severity: "moderate" },
  ...{ url: `https://github.com/advisories/${id}`, range: "<=1.0.0" },
});
const [ONE, OTHER] = ["GHSA-aaaa-bbbb-cccc", "GHSA-dddd-eeee-ffff"];

/** As npm 10 writes it: the package with the hole, and one that depends on it. */
const REPORT = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    deep: { name: "deep", severity: "moderate", isDirect: false, via: [via(ONE, "deep"), via(ONE, "deep")] },
    above: { name: "above", severity: "moderate", isDirect: true, via: ["deep", via(OTHER, "above")] },
  },
  metadata: { vulnerabilities: { total: 2 } },
});

describe("what npm reports", () => {
  it("is each hole once, in the package that has it", () => {
    expect(advisoriesIn(REPORT)).toEqual([
      { id: ONE, name: "deep", severity: "moderate", title: "a hole in deep" },
      { id: OTHER, name: "above", severity: "moderate", title: "a hole in above" },
    ]);
    expect(advisoriesIn(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toEqual([]);
  });

  it.each([
    ["a registry without such a list", JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 })],
    ["no network", JSON.stringify({ error: { code: "ENOTFOUND", summary: "request failed" } })],
    ["no npm", ""],
  ])("is nothing where it could not look: %s", (_, text) => {
    expect(advisoriesIn(text)).toBeUndefined();
  });
});

describe("the list of what is allowed", () => {
  const found = advisoriesIn(REPORT) ?? [];
  const entry = (advisory: string) => ({ advisory, until: "2026-12-31", why: "a test" });

  it("lets through what it names, to the end of its last day", () => {
    const open = (day: string) => judged(found, [entry(ONE)], day).open.map(({ id }) => id);
    expect(open("2026-12-31")).toEqual([OTHER]);
    expect(open("2027-01-01")).toEqual([ONE, OTHER]);
  });

  it("says which of its entries nothing needs", () => {
    const none = entry("GHSA-gone-gone-gone");
    expect(judged(found, [none], "2026-12-01")).toMatchObject({ allowed: [], idle: [none] });
  });

  it("has a reason and a day for each entry", () => {
    for (const { advisory, until, why } of ALLOWED) {
      expect(advisory).toMatch(/^GHSA(-[0-9a-z]{4}){3}$/);
      expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(why.length).toBeGreaterThan(20);
    }
  });
});
