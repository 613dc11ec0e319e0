import { describe, expect, it } from "vitest";
import { harmIn, harmReader, namesHarm } from "./harm.ts";

describe("reasons that no letter argues with", () => {
  it.each([
    "harassment",
    "HATE SPEECH",
    "Spam",
    "csam",
    "illegal content",
    "hosts nazis",
    "Rechtsextreme Inhalte",
    "Hetze und Belästigung",
    "haine et harcèlement",
    "acoso",
    "ヘイトスピーチ",
    "спам",
    "혐오 발언",
    "מטרידים", // no row for this script: not understood is treated as harm
  ])("%s", (reason) => {
    expect(namesHarm(reason)).toBe(true);
  });
  it.each(["unreachable moderators", "unmaintained", "too many reports", "temporary, see our blog", "政策", "…"])(
    "%s is open to a question",
    (reason) => {
      expect(namesHarm(reason)).toBe(false);
    },
  );

  it("are kept as that and nothing else", () => {
    expect(harmIn("spam wave")).toEqual({ harm: true });
    expect([harmIn("unmaintained"), harmIn(""), harmIn(null), harmIn(undefined)]).toEqual([{}, {}, {}, {}]);
  });

  it("are not read without end in one list: what is beyond measure counts as not understood", () => {
    const harm = harmReader();
    const long = "unmaintained ".repeat(300);
    expect(Array.from({ length: 256 }, () => harm(long))).toEqual(Array(256).fill({}));
    expect([harm(long), harm(""), harm(undefined)]).toEqual([{ harm: true }, {}, {}]);
  });

  it("count as not understood where compatibility forms make megabytes of them", () => {
    expect(namesHarm("㍍".repeat(1_001))).toBe(true);
  });
});
