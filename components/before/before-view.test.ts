import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { pseudo } from "#i18n/pseudo.ts";
import type { Report } from "#lib/contract/report.ts";
import { compare } from "#lib/plan/compare.ts";
import { planMove } from "#lib/plan/steps.ts";
import { candidate, planned, server } from "#testing/components/before.ts";
import { BeforeView } from "./before-view.tsx";
import { FollowedList } from "./following/followed-list.tsx";
import { FollowingPart } from "./following/following-part.tsx";
import { PlanView } from "./plan/plan-view.tsx";
import { PlanServer } from "./plan-server.tsx";
import { PlanServers } from "./plan-servers.tsx";
import type { BeforeScene } from "./scene.ts";

/** Any complaint about words fails the test: a missing key, a value nobody gave. */
function draw(element: ReactElement, messages: object = english): string {
  const onError = (error: Error) => {
    throw error;
  };
  const words = { locale: "en" as const, messages: messages as typeof english, onError, timeZone: "UTC" };
  const provided = { ...words, children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
}

const sceneOf = (report: Report, more: Partial<BeforeScene> = {}): BeforeScene => ({
  ...{ report, ended: true, phase: "ended", checkPath: "/check/abc" },
  comparison: compare(report, more.ended ?? true),
  named: report.servers.length > 0,
  ...{ signInPath: "/check/abc/signin", provePath: "/check/abc/signin" },
  ...more,
});
const view = (report: Report, more: Partial<BeforeScene> = {}, proof: "off" | "missing" = "off") =>
  createElement(BeforeView, {
    scene: sceneOf(report, more),
    proof: { state: proof },
    ...{ quality: null, keep: null, days: 180, problem: undefined, wrong: undefined },
  });
const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const headline = (html: string) => plain(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? "").trim();

describe("the page before a move", () => {
  const report = planned();
  const html = draw(view(report));

  it("says the range first, and who is the surest", () => {
    expect(headline(html)).toBe("6,312 to 6,540 of your 6,700 followers can come along to quay.example");
    expect(plain(html)).toContain("That’s the surest of your three. 52 followers can’t come along wherever you go.");
  });

  it("says of each server what it runs, how large it is, its languages and how one signs up", () => {
    const text = plain(html);
    expect(text).toContain("Mastodon 4.6.5 · 1,900 active last month · English, German");
    expect(text).toContain("GoToSocial 0.21.0");
    for (const signUp of ["Asks why you want to join", "Closed right now", "Open"]) expect(text).toContain(signUp);
  });

  it("says who is reached today by staying, and who comes along to none", () => {
    const text = plain(html);
    expect(text).toContain("Staying on old.example");
    expect(text).toContain("60 no longer get your posts.");
    expect(text).toContain("52 followers can’t come along wherever you go.");
  });

  it("lists the servers for which the choice makes a difference, and counts the others", () => {
    const table = /<h2 id="servers">[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
    for (const host of ["attic", "harbour", "tower"]) expect(table).toContain(`${host}.example`);
    expect(table).not.toContain("brook.example");
    expect(plain(table)).toContain("One more is the same for all.");
  });

  it("leads from every number to the servers behind it", () =>
    expect(html).toContain('href="/check/abc/servers?to=quay.example&amp;is=cannot"'));

  it("has one main button for each width", () => {
    expect(html.match(/btn--main/g)).toHaveLength(2);
    expect(html).toContain('href="/check/abc/plan?to=quay.example"');
  });

  it("names no server to somebody who has not shown that the account is his", () => {
    const unnamed = draw(view({ ...report, servers: [] }, {}, "missing"));
    expect(unnamed).not.toContain("attic.example");
    expect(unnamed).not.toContain("/servers?to=");
    expect(unnamed).not.toContain("snapshot.csv");
    expect(unnamed).toContain("/check/abc/signin");
  });

  it("promises nothing while numbers grow", () => {
    const running = draw(view(report, { ended: false, phase: "running" }));
    expect(headline(running)).toBe("Comparing your servers …");
    expect(running).not.toMatch(/btn--main|–6,540/);
    expect(plain(running)).toContain("6,312 so far");
  });

  it("does not look complete where its owner stopped it", () => {
    const part = planned({ partial: true });
    const scene = { comparison: compare(part, false), phase: "stopped" } as const;
    const html = draw(view(part, scene));
    expect(headline(html)).toBe("You stopped the check before it was done");
    expect(plain(html)).toContain("6,312 so far");
    expect(plain(html)).not.toMatch(/6,540 of your|Nobody can know more|reached today/);
    expect(html).toContain('action="/check/abc/candidates"');
    const empty = planned({ partial: true, candidates: [candidate("quay.example", {})], servers: [] });
    expect(headline(draw(view(empty, { phase: "stopped" })))).toBe("You stopped the check before it was done");
  });

  it.each<[string, Partial<Report>, string]>([
    [
      "hidden list",
      {
        move: { state: "not-started", findings: [{ cause: "old-list-hidden", certainty: "proven", because: [] }] },
        candidates: [],
        servers: [],
      },
      "Your follower list is hidden",
    ],
    [
      "a list that the server shows to nobody",
      {
        move: {
          state: "not-started",
          findings: [
            { cause: "old-list-closed", certainty: "proven", because: [{ fact: "old.list", gap: "refused-robots" }] },
          ],
        },
        candidates: [],
        servers: [],
      },
      "We couldn’t read your follower list",
    ],
    ["no candidates yet", { candidates: [] }, "Which server do you want to move to?"],
    [
      "nobody follows",
      { candidates: [candidate("quay.example", {})], servers: [], lostWhatever: { count: 0, byCause: {} } },
      "We see no followers",
    ],
    [
      "no move possible",
      { old: { ...report.old, software: { name: "ghost", version: "0.1.0" } } },
      "old.example can’t send a move",
    ],
  ])("says plainly: %s", (_, more, title) => expect(headline(draw(view(planned(more))))).toBe(title));

  it("counts nobody where the list is hidden", () => {
    const hidden = draw(
      view(
        planned({ candidates: [candidate("quay.example", {})], servers: [], lostWhatever: { count: 0, byCause: {} } }),
      ),
    );
    expect(hidden).toContain("quay.example");
    expect(plain(hidden)).not.toMatch(/of 0|up to 0/);
  });

  it("offers the same link for after the move, with the address that the old account points to", () => {
    const moved = draw(view(planned({ old: { ...report.old, movedTo: "alice@quay.example" } })));
    expect(moved).toContain('value="@alice@quay.example"');
    expect(moved).toContain('action="/check/abc/moved"');
  });

  it("has no sentence without its words, in no language", () => {
    expect(draw(view(report), pseudo(english))).toContain("quay.example");
  });
});

describe("its servers", () => {
  const scene = sceneOf(planned());

  it("shows those behind one number", () => {
    const html = draw(createElement(PlanServers, { scene, asked: { to: "quay.example", is: "cannot" } }));
    expect(headline(html)).toBe("From here people can’t come along to quay.example");
    expect([...html.matchAll(/data-server="([^"]+)"/g)].map(([, host]) => host)).toEqual(["attic.example"]);
  });

  it("says for one server what each choice means there, and why", () => {
    const one = server("attic.example", 61, {
      "quay.example": { "new-server-blocked": 61 },
      "pine.test": { clear: 61 },
    });
    const html = plain(draw(createElement(PlanServer, { scene, server: one, evidence: "answers" })));
    expect(html).toContain("Their server blocks quay.example 61");
    expect(draw(createElement(PlanServer, { scene, server: one, evidence: null }))).not.toContain(
      "blocks quay.example",
    );
  });
});

describe("the plan", () => {
  const today = "2026-11-20";
  const drawn = (
    more: Partial<Report> = {},
    to = candidate("quay.example", { signUp: "approval" }),
    scene: Partial<BeforeScene> = {},
  ) => {
    const report = planned(more);
    const plan = planMove({ report, to, today });
    return draw(createElement(PlanView, { scene: { ...sceneOf(report, scene), plan, to, days: 180, today } }));
  };

  it("has a day, words and a page for every step", () => {
    const html = drawn();
    expect(headline(html)).toMatch(/^Move to quay.example by \w+,? /);
    expect(plain(html)).toContain("One of them can’t be undone.");
    expect(html).toContain("https://quay.example/settings/aliases");
    expect(html).toContain("https://old.example/settings/migration");
    expect(html).toContain("/check/abc/plan/plan.ics?to=quay.example");
  });

  it("says that it was stopped, and calls no list saved that was read in part", () => {
    const whole = drawn({ snapshot: { count: 6_700, at: "2026-11-20" } });
    expect(plain(whole)).not.toContain("You stopped the check");
    expect(whole).toContain("step--done");
    const part = drawn({ partial: true, snapshot: { count: 300, at: "2026-11-20" } }, undefined, { phase: "stopped" });
    expect(plain(part)).toContain("You stopped the check before it was done. So some of your followers");
    expect(part).not.toContain("step--done");
  });

  it("promises no move where none can be sent", () => {
    const html = plain(drawn({ old: { ...planned().old, software: { name: "ghost", version: "0.1.0" } } }));
    expect(html).not.toContain("can’t be undone");
    expect(html).toContain("Tell your followers where you are");
  });
});

describe("whom one follows", () => {
  const numbers = { can: 201, limited: 0, cannot: 6, unknown: 7 };
  const looked = planned({
    following: { total: 214, servers: 120, from: "public", state: "read" },
    candidates: [candidate("quay.example", { clear: 5, following: numbers })],
  });
  const LINE = "Of 214 you follow: 201 can be followed, 6 can’t, 7 can’t tell";

  it("is looked at by its owner’s choice, who is told what it costs", () => {
    const offered = draw(view(planned()));
    expect(offered).toContain('action="/check/abc/following/look"');
    expect(plain(offered)).toContain("three to six questions each");
    expect(offered).not.toContain("data-followed");
    expect(draw(view(planned(), { ended: false, phase: "running" }))).not.toContain("/following/look");
    expect(draw(view(planned(), { backPath: "/check/xyz" }))).not.toContain("/following/look");
  });

  it("is one line of each candidate, and leads to those one would lose", () => {
    const html = draw(view(looked));
    expect(plain(html).split(LINE)).toHaveLength(3);
    expect(html).toContain('href="/check/abc/following?to=quay.example&amp;is=cannot"');
    expect(html).toContain("/api/checks/abc/following.csv");
    expect(html).toContain('action="/check/abc/following/forget"');
  });

  it("is counted for everybody who has the key, and named to the account’s owner alone", () => {
    const unnamed = draw(view({ ...looked, servers: [] }, {}, "missing"));
    expect(plain(unnamed)).toContain(LINE);
    expect(unnamed).not.toContain("/following?to=");
    expect(unnamed).not.toContain("following.csv");
  });

  it("says why it was not read, and what is wrong with a file", () => {
    const hidden = { total: 0, servers: 0, from: "public", state: "unread", gap: "hidden-by-server" } as const;
    expect(plain(draw(view(planned({ following: hidden }))))).toContain("old.example hides whom you follow.");
    expect(draw(view(planned({ following: hidden })))).toContain('<a href="/check/abc/signin">Sign in</a>');
    const { gap: _, ...unread } = hidden;
    expect(plain(draw(view(planned({ following: unread }))))).toContain("We couldn’t read whom you follow");
    expect(plain(draw(FollowingPart({ scene: sceneOf(planned()), problem: "no-list" }) as ReactElement))).toContain(
      "We found no addresses in this file.",
    );
  });

  it("sends nobody to a sign-in that is turned off", () => {
    const following = { total: 0, servers: 0, from: "public", state: "unread", gap: "needs-login" } as const;
    const off = { signInPath: null, provePath: "/check/abc/messages#proof" };
    const html = draw(view(planned({ following }), off, "missing"));
    expect(plain(html)).toContain("old.example hides whom you follow. Hand in the file instead.");
    expect(html).not.toMatch(/sign in|\/signin/i);
  });

  it("lists the people by server, each with the reason", () => {
    const at = { "quay.example": { kind: "cannot", why: ["they-block"], certainty: "proven" } } as const;
    const found = {
      servers: [{ host: "far.example", count: 2, people: ["bo@far.example"], at: structuredClone(at) as never }],
      unlisted: 1,
    };
    const list = (is: "cannot" | "unknown") =>
      draw(createElement(FollowedList, { scene: sceneOf(looked), asked: { to: "quay.example", is }, found }));
    expect(headline(list("cannot"))).toBe("You can’t follow them from quay.example");
    expect(plain(list("cannot"))).toContain("far.example blocks quay.example. (Certain)");
    expect(plain(list("cannot"))).toMatch(/2 people .* @bo@far.example One more person is on servers/);
    expect(plain(list("unknown"))).toContain("Nobody is in this list.");
  });
});

describe("the same page after a move, looking back", () => {
  const html = draw(view(planned({ lookedBackFrom: "xyz" }), { backPath: "/check/xyz" }));

  it("says in which sense it counts, and leads back", () => {
    expect(headline(html)).toBe(
      "6,312 to 6,540 of the 6,700 people we know from before could have come along to quay.example",
    );
    expect(plain(html)).toContain("as if you hadn’t moved yet");
    expect(html).toContain('href="/check/xyz"');
  });

  it("plans nothing, and asks for no new address", () => {
    expect(html).not.toContain("/plan?to=");
    expect(html).not.toContain('id="moved"');
    expect(html).not.toContain('id="saved"');
    expect(plain(html)).not.toContain("Staying on");
  });
});

describe("what others say", () => {
  const said = (namedBy: { of: number; blocked: number; limited: number }) =>
    plain(draw(view(planned({ candidates: [candidate("quay.example", { clear: 5, namedBy })] }))));

  it("is told apart from the numbers, with its denominator", () => {
    expect(said({ of: 40, blocked: 3, limited: 1 })).toContain("40 servers of your followers publish");
    expect(said({ of: 40, blocked: 3, limited: 1 })).toContain("3 block this one. One limits it.");
    expect(said({ of: 1, blocked: 0, limited: 0 })).toContain("None blocks this one.");
  });

  it("is left out where nobody publishes anything", () =>
    expect(said({ of: 0, blocked: 0, limited: 0 })).not.toContain("What others say"));
});

describe("the opinions of others", () => {
  type Opinions = NonNullable<ReturnType<typeof candidate>["opinions"]>;
  const drawn = (opinions: Opinions) =>
    draw(view(planned({ candidates: [candidate("quay.example", { clear: 5, opinions })] })));
  const NOTHING = { censures: [], hesitations: [], endorsements: [] };

  it("names the shared lists that name a server, and those that could not be read", () => {
    const lists = { "iftas-dni": "blocked", "iftas-aud": null, "oliphant-tier0": "not-named" } as const;
    const text = plain(drawn({ lists }));
    expect(text).toContain("The IFTAS DNI list names it as a server to block.");
    expect(text).toContain("The IFTAS list of abandoned and unmanaged servers couldn’t be read.");
    expect(text).not.toContain("Oliphant");
  });

  it("calls a dataset by its own name, and an early notice no advice to block", () => {
    const lists = { "iftas-cariad": "limited", "DNI List (fires.example)": "warned" } as const;
    const text = plain(drawn({ lists }));
    expect(text).toContain("The IFTAS CARIAD list names it as a server to limit.");
    expect(text).toContain("DNI List (fires.example) gives an early warning about it.");
    expect(text).not.toContain("as a server to block");
  });

  it("says that none of those read names it, with their number", () => {
    const lists = { "iftas-dni": "not-named", "iftas-aud": null, "oliphant-tier0": "not-named" } as const;
    expect(plain(drawn({ lists }))).toContain("None of the 2 shared lists we read names it.");
    expect(plain(drawn({ lists: { "iftas-dni": null } }))).not.toContain("names it");
  });

  it("quotes what admins wrote as theirs, and keeps their letters apart", () => {
    const html = drawn({ fediseer: { ...NOTHING, censures: [{ by: "strict.example", reasons: ["<b>spam</b>"] }] } });
    expect(plain(html)).toContain("The admins of one server censure it on FediSeer:");
    expect(html).toContain("<q><bdi>&lt;b&gt;spam&lt;/b&gt;</bdi></q>");
  });

  it("tells nobody’s word from a FediSeer that could not be read", () => {
    expect(plain(drawn({ fediseer: NOTHING }))).toContain("Nobody has written about it on FediSeer.");
    const unread = plain(drawn({ fediseer: { ...NOTHING, hesitations: null } }));
    expect(unread).toContain("FediSeer couldn’t be read.");
    expect(unread).not.toContain("Nobody has written");
  });
});
