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

  const on = (name: string, version: string, causes: Readonly<Record<string, number>> = { clear: 5 }) =>
    ({
      host: `${name}.test`,
      software: { name, version },
      plans: { "new.test": causes },
    }) as unknown as Servers[number];
  const SLOW = [on("mastodon", "4.5.0"), on("pleroma", "2.9.0")];

  it("waits ten minutes for the former address where every server looks anew, and may move on the same day", () => {
    const quick = plan({}, { servers: [on("mastodon", "4.5.0"), on("gotosocial", "0.20.0")] });
    expect([quick.earliest, quick.moveDay]).toEqual([TODAY, "2026-11-21"]);
    expect(step(quick, "alias")?.marks).toEqual(["wait-minutes"]);
    expect(plan({}, { servers: [on("mastodon", "4.5.0")], wished: TODAY }).moveDay).toBe(TODAY);
  });

  it("leaves a day for it where software may look at a copy of the day before, and two for an application", () => {
    const slow = plan({}, { servers: SLOW });
    expect([slow.earliest, slow.moveDay]).toEqual(["2026-11-21", "2026-11-22"]);
    expect(step(slow, "alias")).toMatchObject({ marks: ["wait-day"], copies: { followers: 5, software: ["Pleroma"] } });
    const applied = plan({ signUp: "approval" }, { servers: SLOW });
    expect([applied.earliest, applied.moveDay]).toEqual(["2026-11-23", "2026-11-24"]);
    expect(plan({}, { servers: SLOW, wished: TODAY }).moveDay).toBe("2026-11-21");
    expect(plan({}, { wished: "2026-12-24" }).moveDay).toBe("2026-12-24");
    expect(step(plan({}, { wished: "2026-12-24" }), "alias")?.day).toBe("2026-12-22");
  });

  it("marks what cannot be undone, once, and looks again after one day, three and seven", () => {
    const { steps } = plan();
    expect(steps.filter(({ marks }) => marks.includes("final")).map(({ id }) => id)).toEqual(["move"]);
    const moved = plan({}, { wished: "2026-11-22" });
    expect(["look-1", "look-3", "look-7"].map((id) => step(moved, id)?.day)).toEqual([
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
    ["mastodon", "/settings/aliases", "/auth/sign_up"],
    ["glitch", "/settings/aliases", "/auth/sign_up"],
    ["misskey", "/settings/migration", null],
    ["gotosocial", "/settings/user/migration", "/signup"],
    ["akkoma", "Settings → Security", "/registration"],
    ["pixelfed", "/settings/account/aliases/manage", "/register"],
    ["ghost", "/ghost/#/activitypub/preferences", null],
    ["snac", "snac alias {basedir} {uid} {account}", null],
    ["hollo", "/accounts", null],
    ["newthing", null, null],
  ])("opens the right page of %s or says the way there, and none that nobody knows", (name, aliases, signUp) => {
    const one = plan({ software: { name, version: "9.9" } });
    const shown = (id: string) => {
      const { url, way, at } = step(one, id) ?? {};
      expect(at).toBe("new.test");
      return url?.replace("https://new.test", "") ?? way ?? null;
    };
    expect([shown("alias"), shown("account")]).toEqual([aliases, signUp]);
  });

  it.each([
    ["mastodon", "/settings/migration", "/settings/export"],
    ["misskey", "/settings/migration", "Settings → Account data (Import / Export)"],
    ["gotosocial", "/settings/user/migration", "/settings/user/export-import"],
    ["akkoma", "Settings → Security", "Settings → Data import / export"],
    ["pixelfed", "/settings/account/migration/manage", "/settings/data-export"],
    ["snac", "snac migrate {basedir} {uid}", "snac export_csv {basedir} {uid}"],
    ["hollo", "/accounts", "/accounts"],
  ])("says where one moves away and takes files along on %s", (name, move, exports) => {
    const one = plan({}, { old: { software: { name, version: "9.9" } } });
    const shown = (id: string) => {
      const { url, way } = step(one, id) ?? {};
      return url?.replace("https://old.test", "") ?? way;
    };
    expect([shown("move"), shown("exports")]).toEqual([move, exports]);
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
