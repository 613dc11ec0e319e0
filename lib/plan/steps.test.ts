import { describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import type { Candidate } from "./compare.ts";
import { dayIn } from "./days.ts";
import { planMove } from "./steps.ts";

const TODAY = "2026-11-20";
const MASTODON = { name: "mastodon", version: "4.6.5" };
type Old = Report["old"];
type Servers = Report["servers"];

const plan = (
  to: Partial<Candidate> = {},
  { old = {}, servers = [], wished }: { old?: Partial<Old>; servers?: Servers; wished?: string } = {},
) =>
  planMove({
    report: {
      old: { acct: "alice@old.test", host: "old.test", software: MASTODON, ...old },
      servers,
      snapshot: { count: 9, at: TODAY },
    } as unknown as Report,
    to: { server: "new.test", account: null, signUp: "open", software: MASTODON, ...to } as Candidate,
    today: TODAY,
    wished,
  });
const ids = (one: ReturnType<typeof plan>) => one.steps.map(({ id }) => id);
const step = (one: ReturnType<typeof plan>, id: string) => one.steps.find((each) => each.id === id);

describe("the plan of a move", () => {
  it("has its steps in the right order, none before the one before it", () => {
    expect(ids(plan())).toEqual([
      ...["save", "account", "profile", "alias", "exports", "severed", "imports", "notice", "move"],
      ...["look-1", "look-3", "blocks", "look-7"],
    ]);
    for (const one of [plan(), plan({ signUp: "approval" }), plan({}, { wished: "2026-12-24" })]) {
      const days = one.steps.map(({ day }) => day);
      expect(days).toEqual([...days].sort());
    }
  });

  it("leaves a day between the former address and the move, and two for an application", () => {
    expect([plan().earliest, plan().moveDay]).toEqual(["2026-11-21", "2026-11-22"]);
    expect([plan({ signUp: "approval" }).earliest, plan({ signUp: "approval" }).moveDay]).toEqual([
      "2026-11-23",
      "2026-11-24",
    ]);
    expect(plan({}, { wished: TODAY }).moveDay).toBe("2026-11-21");
    expect(plan({}, { wished: "2026-12-24" }).moveDay).toBe("2026-12-24");
    expect(step(plan({}, { wished: "2026-12-24" }), "alias")?.day).toBe("2026-12-22");
  });

  it("marks what cannot be undone, once, and looks again after one day, three and seven", () => {
    const { steps } = plan();
    expect(steps.filter(({ marks }) => marks.includes("final")).map(({ id }) => id)).toEqual(["move"]);
    expect(["look-1", "look-3", "look-7"].map((id) => step(plan(), id)?.day)).toEqual([
      "2026-11-23",
      "2026-11-25",
      "2026-11-29",
    ]);
  });

  it("fetches the file of cut-off followers where the software closes it, and not where it stays open", () => {
    expect(ids(plan({}, { old: { software: { name: "mastodon", version: "4.6.5+glitch" } } }))).not.toContain(
      "severed",
    );
    expect(ids(plan({}, { old: { software: { name: "gotosocial", version: "0.20.0" } } }))).not.toContain("severed");
  });

  it("imports after the move where followers come over a bridge", () => {
    const bridged = [{ host: "bsky.brid.gy" }] as unknown as Servers;
    const order = ids(plan({}, { servers: bridged }));
    expect(order).not.toContain("imports");
    expect(order.indexOf("imports-after")).toBeGreaterThan(order.indexOf("move"));
  });

  it("asks for no account where there is one, and for no move where none can be sent", () => {
    expect(ids(plan({ account: { acct: "alice@new.test", host: "new.test" } }))).not.toContain("account");
    const order = ids(plan({}, { old: { software: { name: "ghost", version: "0.1.0" } } }));
    expect(order).toContain("by-hand");
    expect(order).not.toContain("move");
  });

  it.each([
    ["mastodon", "https://new.test/settings/aliases", "https://new.test/auth/sign_up"],
    ["misskey", "https://new.test/settings/migration", null],
    ["gotosocial", "https://new.test/settings/user/migration", null],
    ["snac", null, null],
  ])("opens the right page of %s, and none that nobody knows", (name, aliases, signUp) => {
    const one = plan({ software: { name, version: "9.9" } });
    expect([step(one, "alias")?.url, step(one, "account")?.url]).toEqual([aliases, signUp]);
    expect(step(one, "alias")?.at).toBe("new.test");
  });
});

it.each([
  ["2026-11-20", "2026-11-20"],
  ["2026-11-19", undefined],
  ["2027-11-20", undefined],
  ["2026-13-40", undefined],
  ["tomorrow", undefined],
  [undefined, undefined],
])("takes %s for the day wished for: %s", (text, day) => expect(dayIn(text, TODAY)).toBe(day));
