import { describe, expect, it } from "vitest";
import { harmIn, namesHarm } from "./harm.ts";

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
});
