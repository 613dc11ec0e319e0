import { describe, expect, test } from "vitest";
import { known } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { LookedAbout } from "#lib/store/tables/types.ts";
import { toldBy } from "./look.ts";

const source = { kind: "member", at: "2026-11-20T12:00:00.000Z" } as const;
const list = (stance: Partial<Stance>): LookedAbout => ({
  list: known({ inbound: "open", outbound: "open", basis: "list", ...stance }, source),
});
const finds = (found: boolean): LookedAbout => ({ resolve: known({ found, oneName: true }, source) });
const blocked = list({ inbound: "blocked", match: "exact" });
const masked = list({ inbound: "blocked", match: "pattern" });

describe("what told a follower about the new server", () => {
  test.each<[string, LookedAbout, boolean, ReturnType<typeof toldBy>]>([
    ["a list with a row for it", blocked, true, "list"],
    ["a list without one", list({}), false, "list"],
    ["a list with a masked name that fits, and nothing else", masked, false, undefined],
    ["a list of which not all was read", list({ inbound: "unknown", outbound: "unknown" }), false, undefined],
    ["a look-up that finds it", finds(true), false, "look-up"],
    ["a look-up that does not, where that is the verdict", finds(false), true, "look-up"],
    ["a look-up that does not, where nothing follows from it", finds(false), false, undefined],
    ["the look-up, where the list is clear and the server is shut", { ...list({}), ...finds(false) }, true, "look-up"],
    ["nothing", {}, false, undefined],
  ])("%s", (_, told, shut, by) => expect(toldBy(told, shut)).toBe(by));
});
