import { describe, expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Pass, Stance } from "#lib/domain/evidence/stance.ts";
import { saysOtherwise } from "./since.ts";

const NEW = "new.example";
const source = { kind: "network", at: "2026-11-20T12:00:00.000Z" } as const;
const stance = (inbound: Pass, outbound: Pass = inbound): Fact<Stance> =>
  known({ inbound, outbound, basis: "list" }, source);
const said = (onOld?: Fact<Stance>, onNew?: Fact<Stance>): ServerFacts => ({
  host: "far.example",
  onOld: onOld ? { list: onOld } : {},
  onTarget: { [NEW]: onNew ? { list: onNew } : {} },
  byOld: {},
  byTarget: {},
});
const shows = (seen: "known" | "absent"): ServerFacts => ({ ...said(), onOld: { sight: known({ seen }, source) } });
const HIDDEN = gap("hidden-by-server");

describe("a server asked twice", () => {
  it.each<[string, boolean, ServerFacts, ServerFacts]>([
    ["lifted its block of the old server", true, said(stance("blocked")), said(stance("open"))],
    ["blocks the new server now", true, said(undefined, stance("open")), said(undefined, stance("blocked"))],
    ["stopped sending only", true, said(stance("open")), said(stance("open", "blocked"))],
    ["says the same", false, said(stance("blocked"), stance("open")), said(stance("blocked"), stance("open"))],
    ["hides its list now", false, said(stance("blocked")), said(HIDDEN)],
    ["shows its list now", false, said(HIDDEN), said(stance("blocked"))],
    ["shows the account that it had blocked", true, said(stance("blocked")), shows("known")],
    ["does not show the account that it had blocked", false, said(stance("blocked")), shows("absent")],
    ["shows the account as before", false, said(stance("open")), shows("known")],
    ["was not asked then", false, said(), said(stance("blocked"))],
  ])("%s: %s", (_, changed, before, now) => {
    expect(saysOtherwise({ before, now })).toBe(changed);
  });
});
