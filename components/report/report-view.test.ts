import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { pseudo } from "#i18n/pseudo.ts";
import { CAUSE_IDS } from "#lib/causes/index.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import { MOVE_FINDINGS } from "#lib/domain/diagnosis/verdict.ts";
import { counts, fact, finding, follower, gap, report, server, state } from "./fixture.ts";
import { FollowerTable } from "./people/follower-table.tsx";
import { ReportView } from "./report-view.tsx";
import { ServerTable } from "./servers/server-table.tsx";
import { ServerView } from "./servers/server-view.tsx";

const PATH = "/check/abc";

/** Any complaint about words fails the test: a missing key, a value nobody gave. */
function draw(element: ReactElement, messages: object = english): string {
  const onError = (error: Error) => {
    throw error;
  };
  const words = { locale: "en" as const, messages: messages as typeof english, onError, timeZone: "UTC" };
  const provided = { ...words, children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
}

const overview = (one: Report, people: readonly ReportFollower[] = [], more = state()) =>
  createElement(ReportView, {
    report: one,
    state: more,
    people: new Map(CAUSE_IDS.map((id) => [id, people.filter(({ cause }) => cause === id)])),
    checkPath: PATH,
    calls: null,
    link: "http://localhost/check/abc#key=k",
  });

const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const everything = report({
  move: {
    state: "done",
    findings: MOVE_FINDINGS.filter((id) => !/hidden|closed|unreachable|not-started/.test(id)).map(finding),
  },
  counts: counts({
    missing: 60,
    parts: { onOld: 60, onNeither: 0, snapshotHere: 0, snapshotMissing: 0, youFollow: 3 },
    neither: { about: 78, basis: "stated" },
    byCause: Object.fromEntries([...CAUSE_IDS, "unknown", "unexplained"].map((cause, at) => [cause, at + 1])),
    byReach: { works: 40, blocked: 10, unknown: 10 },
  }),
  servers: CAUSE_IDS.map((cause, at) =>
    server(`s${at}.example`, {
      causes: { [cause]: at + 1 },
      facts: [
        fact("onOld.list", { inbound: "blocked", match: "exact", reason: "spam" }),
        gap("onTarget.list", "hidden-by-server"),
      ],
      onePerson: cause === "new-server-blocked",
    }),
  ),
});
const somebody = CAUSE_IDS.map((cause, at) =>
  follower(`p@s${at}.example`, { cause, because: [0], youFollow: at === 3 }),
);

describe("the report", () => {
  it("has words for every cause and finding, also in another language", () => {
    for (const messages of [english, pseudo(english)]) {
      const html = draw(overview(everything, somebody), messages);
      for (const cause of CAUSE_IDS.filter((id) => !id.startsWith("here")))
        expect(html).toContain(`data-cause="${cause}"`);
    }
  });

  it("leaves no plain English in the pseudo-language", () => {
    const text = words(draw(overview(everything, somebody), pseudo(english)));
    const plain = text.replace(/⟦[^⟧]*⟧/g, "").match(/\b(the|people|server|follow|your)\b/gi);
    expect(plain ?? []).toEqual([]);
  });

  it("says three numbers and no percentage without a snapshot", () => {
    const text = words(draw(overview(everything, somebody)));
    expect(text).toContain("60 people are still on your old list.");
    expect(text).toContain("1,010 follow your new account.");
    expect(text).toMatch(/About 78 (are|is) on neither list\./);
    expect(text).toContain("You follow 3 of those not seen here yourself.");
    expect(text).not.toContain("%");
  });

  it("shows evidence with source and time, and no reason somebody published in private", () => {
    const html = draw(overview(everything, somebody));
    expect(html).toContain('href="https://far.example/api"');
    expect(html).toContain('dateTime="2026-11-20T14:02:00.000Z"');
  });

  it("leads from each reason to what can be done about it", () => {
    const html = draw(overview(everything, somebody));
    const card = (cause: string) => html.split("<article").find((part) => part.includes(`data-cause="${cause}"`)) ?? "";
    expect(card("waiting-for-approval")).toContain('href="https://new.example/follow_requests"');
    expect(card("new-server-blocked")).toContain('href="/check/abc/messages#admins"');
    expect(card("new-server-blocked")).toContain('href="/how/blocks"');
    expect(card("notice-lost")).toContain('href="/check/abc/messages#everybody"');
    expect(card("server-gone")).not.toContain("/messages");
    expect(card("ghost")).not.toContain("/followers");
  });

  it("needs no script and no inline style to be read", () => {
    const html = draw(overview(everything, somebody));
    expect(html).not.toMatch(/<script|\sstyle="|\son\w+="/);
  });

  it("says of a move that was not made only that", () => {
    const not = report({ move: { state: "not-started", findings: [finding("move-not-started")] }, counts: counts() });
    const html = draw(overview(not));
    expect(words(html)).toContain("The move has not been made yet");
    expect(html).toContain('data-action="finish-move"');
    expect(html).not.toContain("data-cause");
  });

  it("tells who arrived since and never who left", () => {
    const changed = (changes: NonNullable<ReturnType<typeof state>["changes"]>) =>
      words(draw(overview(everything, [], state({ changes }))));
    const after = changed({ arrived: ["bo@far.example"], servers: ["cut.example"], net: -3 });
    expect(after).toMatch(/One person arrived\. .*far\.example.* One server answers differently now: .*cut\.example/);
    expect(after).toContain("3 fewer follow your new account. People come and go; who, is not tracked.");
    expect(changed({ arrived: [], servers: [], net: 0 })).toContain("Nothing changed.");
  });

  it("does not blame servers where the new list was not read to its end", () => {
    const unread = report({ counts: counts({ missing: 9, newList: null, byCause: { unknown: 9 } }) });
    const text = words(draw(overview(unread)));
    expect(text).toContain("Whether they follow you now cannot be seen.");
    expect(text).toContain("The new list could not be read to its end");
    expect(text).not.toContain("Most servers do not publish");
  });

  it("does not send anybody round again whose account asks not to be checked", () => {
    const refused = state({ state: "failed", failure: "opted-out" });
    const html = draw(overview(report(), [], refused));
    expect(words(html)).toContain("This check was not made");
    expect(html).not.toContain('href="/?old=');
    expect(draw(overview(report(), [], state({ state: "failed" })))).toContain('href="/?old=');
  });

  it("leads to the field for a list where nothing else helps", () => {
    const html = draw(overview(report({ move: { state: "done", findings: [finding("old-list-hidden")] } })));
    expect(html).toContain('href="/?old=maria%40old.example&amp;new=maria%40new.example#before-handles"');
    expect(draw(overview(everything, somebody))).not.toContain("#before-handles");
  });

  it("is glad when everybody is here", () =>
    expect(words(draw(overview(report({ counts: counts({ here: 40, byCause: { here: 40 } }) }))))).toContain(
      "Everyone we can see came along",
    ));
});

describe("the actions", () => {
  const waiting = (byCause: Record<string, number>) =>
    words(
      draw(overview(report({ counts: counts({ missing: 60, byCause, byReach: { works: 60 } }), servers: [] }))),
    ).split("Who can act")[0];

  it("say that requests come first only where they do", () => {
    expect(waiting({ "waiting-for-approval": 60 })).toContain("Look into your follow requests first");
    const second = waiting({ "waiting-for-approval": 5, "old-server-blocked": 55 });
    expect(second).toContain("Look into your follow requests ");
    expect(second).not.toContain("Look into your follow requests first");
  });
});

it("says where to look for a setting whose page is not known", () => {
  const one = report({ move: { state: "done", findings: [finding("alias-missing")] } });
  const akkoma = {
    ...one.old,
    acct: "maria@new.example",
    host: "new.example",
    software: { name: "akkoma", version: "3" },
  };
  const html = draw(overview({ ...one, new: akkoma }));
  expect(words(html)).toContain("Look in the settings of your account on new.example");
  expect(html).not.toContain("/settings/aliases");
});

describe("a check that leads nowhere by itself", () => {
  const ways = (one: Report) => [...draw(overview(one)).matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

  it("offers a list and a post where the old list is hidden, and no post to an account that is not there", () => {
    const hidden = (...more: Parameters<typeof finding>[0][]) =>
      report({ move: { state: "done", findings: ["old-list-hidden" as const, ...more].map(finding) } });
    expect(ways(hidden()).slice(0, 2)).toEqual([
      "/?old=maria%40old.example&amp;new=maria%40new.example#before-handles",
      `${PATH}/messages#everybody`,
    ]);
    expect(ways(hidden("new-account-unverifiable"))).not.toContain(`${PATH}/messages#everybody`);
  });

  it("offers the pair that the old account names where it points elsewhere", () => {
    const elsewhere = report({ move: { state: "elsewhere", findings: [finding("moved-elsewhere")] } });
    expect(ways(elsewhere)[0]).toBe("/?old=maria%40old.example");
    expect(words(draw(overview(elsewhere)))).toContain(english.headline.otherPair);
  });

  it("offers the form again where the new account is not there", () => {
    const gone = report({
      counts: counts({ missing: 6, newList: null }),
      move: { state: "done", findings: [finding("new-account-gone")] },
    });
    expect(ways(gone)[0]).toBe("/?old=maria%40old.example&amp;new=maria%40new.example");
  });
});

describe("servers and people", () => {
  it("keeps quiet about one-person servers", () => {
    const html = draw(createElement(ServerTable, { report: everything, phase: "ended", checkPath: PATH }));
    const own = everything.servers.filter(({ onePerson, causes }) => onePerson && causes["new-server-blocked"]);
    expect(own).toHaveLength(1);
    for (const { host } of own) expect(html).not.toContain(host);
    const page = draw(
      createElement(ServerView, { server: own[0] ?? server("x.example"), report: everything, checkPath: PATH }),
    );
    expect(page).not.toContain("blocked");
    expect(words(page)).not.toMatch(/Follow(ing|s) (works|does not work|may work)/);
  });

  it("says of each reason on a server's page who can act and how sure it is", () => {
    const one = server("far.example", { causes: { "notice-lost": 2 } });
    const people = [follower("bo@far.example", { certainty: "possible" }), follower("cy@far.example")];
    const text = words(draw(createElement(ServerView, { server: one, report: everything, people, checkPath: PATH })));
    expect(text).toContain("Who can do something: They can follow by hand");
    expect(text).toContain("Likely for some, possible for others");
    expect(text).toContain("Possible: It fits what we saw");
  });

  it("offers on a server's page what can be done about each reason, and only what can", () => {
    const causes = { "old-server-blocked": 2, "new-server-blocked": 1, "account-gone": 4, "here-under-new-name": 1 };
    const page = draw(
      createElement(ServerView, { server: server("far.example", { causes }), report: everything, checkPath: PATH }),
    );
    const reasons = page.slice(page.indexOf(english.server.causes), page.indexOf(english.server.facts));
    const ways = [...reasons.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(ways).toEqual([`${PATH}/messages#everybody`, `${PATH}/messages#admins`]);
    expect(words(reasons)).not.toContain(english.causes["here-under-new-name"].title);
  });

  it("says for how many people the step beside a server is", () => {
    const servers = [
      server("few.example", { causes: { ghost: 4, "notice-lost": 3 } }),
      server("all.example", { causes: { ghost: 5 } }),
    ];
    const text = words(
      draw(createElement(ServerTable, { report: report({ servers }), phase: "ended", checkPath: PATH })),
    );
    expect(text).toContain("the old admin sends the move again, for 3 people");
    expect(text).not.toContain("nothing we know of, for");
  });

  it("leads to no people where a server has leftover entries alone", () => {
    const page = (causes: Record<string, number>) =>
      draw(
        createElement(ServerView, { server: server("far.example", { causes }), report: everything, checkPath: PATH }),
      );
    expect(page({ ghost: 3 })).not.toContain("/followers");
    expect(page({ ghost: 3, "notice-lost": 1 })).toContain("/followers?server=far.example");
  });

  it("shows a server's answers and its people apart by liveliness", () => {
    const one = everything.servers[1] ?? server("x.example");
    expect(words(draw(createElement(ServerView, { server: one, report: everything, checkPath: PATH })))).toContain(
      "lists old.example as blocked",
    );
    const people = [
      follower("bot@far.example", { profile: { bot: true } }),
      follower("ann@far.example", { also: [{ cause: "still-arriving", certainty: "possible" }] }),
      follower("old@far.example", { profile: { lastPostAt: "2024-01-01" }, youFollow: true }),
    ];
    const text = words(
      draw(createElement(FollowerTable, { people, report: everything, now: Date.parse("2026-11-20") })),
    );
    const [ann, old, quiet, bot] = ["@ann@", "@old@", "Bots and people", "@bot@"].map((one) => text.indexOf(one));
    expect([ann, old, quiet, bot].every((place) => (place ?? -1) >= 0)).toBe(true);
    expect(Math.max(ann ?? 0, old ?? 0)).toBeLessThan(quiet ?? 0);
    expect(quiet).toBeLessThan(bot ?? 0);
    expect(text).toContain("Also possible: Still on the way");
  });

  it("keep a decision of somebody with a server of their own to themselves", () => {
    const servers = [server("own.example", { onePerson: true }), server("many.example", {})];
    const more = { cause: "new-server-blocked", reach: "blocked", group: "admin", certainty: "proven" } as const;
    const said = (acct: string) =>
      words(
        draw(
          createElement(FollowerTable, {
            people: [follower(acct, more)],
            report: report({ servers }),
            now: Date.now(),
          }),
        ),
      );
    expect(said("ann@many.example")).toContain(english.reach.blocked);
    expect(said("ann@own.example")).not.toContain(english.reach.blocked);
    expect(said("ann@own.example")).toContain(english.onePersonBlock.title);
  });
});
