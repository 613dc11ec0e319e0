import { describe, expect, it } from "vitest";
import type { AskedAbout, Sight } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, type Gap, gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { keepServer } from "./keep-server.ts";

const source = (day: number): Source => ({
  kind: "network",
  at: `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z`,
});
const TODAY = new Date(source(20).at);
const blocks = (day: number): Fact<Stance> =>
  known({ inbound: "blocked", outbound: "blocked", basis: "list" }, source(day));
const seen = (day: number, more: Partial<Sight> = {}): Fact<Sight> => known({ seen: "known", ...more }, source(day));
const life = (state: "alive" | "silent" | "gone" | "dead", day: number) => known({ state } as const, source(day));

const server = (onOld: AskedAbout, more: Partial<ServerFacts> = {}): ServerFacts => ({
  ...{ host: "far.example", onOld, onTarget: {}, byOld: {}, byTarget: {}, life: life("alive", 20) },
  ...more,
});

describe("what a server said before", () => {
  it.each<Gap>(["unreachable", "over-budget", "bad-answer", "our-fault", "signature-refused"])(
    "stands where the answer of today is %s",
    (why) => {
      const kept = keepServer(server({ list: blocks(13) }), server({ list: gap(why) }), TODAY);
      expect(kept.onOld.list).toEqual(blocks(13));
    },
  );

  it.each<Gap>(["hidden-by-server", "needs-login", "never-met", "refused-us", "refused-robots", "not-offered"])(
    "falls where the server has answered today: %s",
    (why) => {
      const kept = keepServer(server({ list: blocks(13) }), server({ list: gap(why) }), TODAY);
      expect(kept.onOld.list).toEqual(gap(why));
    },
  );

  it("falls where it is what the owner blocks: he alone can take that back, and may have done so", () => {
    const seen: Source = { ...source(19), kind: "signed-in" };
    const said = { own: known({ server: true, people: [] }, seen), given: known(true, seen) };
    const kept = keepServer(server({}, { byTarget: { t: said } }), server({}, { byTarget: { t: {} } }), TODAY);
    expect(kept.byTarget).toEqual({ t: { given: said.given } });
  });

  it("falls once it is older than ten days", () => {
    const now = server({ list: gap("unreachable") });
    expect(keepServer(server({ list: blocks(9) }), now, TODAY)).toEqual(now);
  });

  it("falls where it was not asked for any more", () => {
    expect(
      keepServer(server({ list: blocks(13), sight: seen(13) }), server({ list: blocks(20) }), TODAY).onOld,
    ).toEqual({
      list: blocks(20),
    });
  });

  it("stands as a whole where the server is silent, and falls with a server that is gone", () => {
    const before = server({ list: blocks(13) }, { onTarget: { "new.example": { sight: seen(13) } } });
    const silent = keepServer(before, server({}, { life: life("silent", 20) }), TODAY);
    expect(silent).toMatchObject({ onOld: before.onOld, onTarget: before.onTarget, life: life("silent", 20) });
    expect(keepServer(before, server({}, { life: life("gone", 20) }), TODAY).onOld).toEqual({});
    expect(keepServer(before, server({}, { life: life("dead", 20) }), TODAY).onOld).toEqual({});
  });

  it("stands where the owner's own account was shown it, and a stranger is not", () => {
    const shown: Fact<Stance> = known(
      { inbound: "blocked", outbound: "blocked", basis: "list" },
      { ...source(13), kind: "signed-in" },
    );
    const hidden = gap("hidden-by-server", source(20));
    expect(keepServer(server({ list: shown }), server({ list: hidden }), TODAY).onOld.list).toEqual(shown);
    expect(keepServer(server({ list: shown }), server({}), TODAY).onOld.list).toEqual(shown);
    expect(keepServer(server({ list: shown }), server({ list: blocks(20) }), TODAY).onOld.list).toEqual(blocks(20));
    const refused = gap("hidden-by-server", { ...source(20), kind: "signed-in" });
    expect(keepServer(server({ list: shown }), server({ list: refused }), TODAY).onOld.list).toEqual(refused);
  });

  it("is nothing where the server was never asked", () => {
    const now = server({ list: gap("unreachable") });
    expect(keepServer(null, now, TODAY)).toBe(now);
  });
});
