import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { guessedCause } from "#i18n/cause-words.ts";
import english from "#i18n/en.json" with { type: "json" };
import { pseudo } from "#i18n/pseudo.ts";
import { CAUSE_IDS, CAUSES } from "#lib/causes/index.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import { MOVE_FINDINGS } from "#lib/domain/diagnosis/verdict.ts";
import { counts, fact, finding, follower, gap, report, server, state } from "#testing/components/report.ts";
import { PeopleList } from "./people/people-list.tsx";
import { ReportView } from "./report-view.tsx";
import { ServerTable } from "./servers/server-table.tsx";
import { ServerView } from "./servers/server-view.tsx";
import { Evidence } from "./words/evidence.tsx";

const PATH = "/check/abc";
const OFF = { state: "off" } as const;

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
    proof: more.proof,
    remove: null,
    quality: null,
    link: "http://localhost/check/abc#key=k",
  });

const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const SAME = {
  ...{ arrived: [], servers: [], answered: [], net: 0 },
  verdicts: { explained: 0, surer: 0, otherwise: 0, open: 0 },
};

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
    expect(text).toMatch(/At least 60 followers haven’t come along/);
    expect(text).toMatch(/1,010 follow your new account ?\./);
    expect(text).toMatch(/About 78 are on neither list ?\./);
    expect(text).toContain("You follow 3 of the missing.");
    expect(text).not.toContain("%");
  });

  it("shows evidence with source and time, and no reason somebody published in private", () => {
    const html = draw(overview(everything, somebody));
    expect(html).toContain('href="https://far.example/api"');
    expect(html).toContain('dateTime="2026-11-20T14:02:00.000Z"');
  });

  it("leads from each reason to what can be done about it", () => {
    const html = draw(overview({ ...everything, move: { state: "done", findings: [] } }, somebody));
    const card = (cause: string) =>
      html.split('<li class="cause-row"').find((part) => part.includes(`data-cause="${cause}"`)) ?? "";
    expect(card("waiting-for-approval")).toContain('href="https://new.example/follow_requests"');
    expect(card("new-server-blocked")).toContain('href="/check/abc/messages#admins"');
    expect(card("new-server-blocked")).toContain('href="/how/blocks"');
    expect(card("notice-lost")).toContain('href="/check/abc/messages#names"');
    expect(card("unknown")).toContain('href="/check/abc/messages#everybody"');
    expect(card("server-gone")).not.toContain("/messages");
    expect(card("ghost")).not.toContain("/followers");
  });

  it("words a reason that is only possible as a guess, without dots beside it", () => {
    const guessed = somebody.map((person) => ({ ...person, certainty: "possible" as const }));
    const html = draw(overview(everything, guessed));
    for (const { id } of CAUSES.filter(({ kind }) => kind === "residual")) {
      const guess = guessedCause(id);
      const row = html.split('<li class="cause-row"').find((part) => part.includes(`data-cause="${id}"`)) ?? "";
      expect(guess && words(row)).toContain(guess && english.maybe[guess].title);
      expect(row.split("</summary>")[0]).not.toContain("<circle");
    }
  });

  it("calls nothing probable that is certain, and names whose account shows it", () => {
    const row = (cause: string, certainty: "proven" | "likely") => {
      const people = somebody.map((person) => ({ ...person, certainty }));
      const rows = draw(overview(everything, people)).split('<li class="cause-row"');
      return words(rows.find((part) => part.includes(`data-cause="${cause}"`)) ?? "");
    };
    const { causes, certainty } = english;
    expect(row("waiting-for-approval", "proven")).toContain(causes["waiting-for-approval"].whatCertain);
    expect(row("waiting-for-approval", "proven")).not.toMatch(/probably/i);
    expect(row("waiting-for-approval", "likely")).toContain(causes["waiting-for-approval"].title);
    expect(row("closed-federation", "proven")).toContain(causes["closed-federation"].whatCertain);
    expect(row("closed-federation", "likely")).toContain(causes["closed-federation"].what);
    for (const cause of ["waiting-for-approval", "you-block-them", "you-block-their-server"])
      expect(row(cause, "proven")).toContain(certainty.provenInside);
    expect(row("new-server-blocked", "proven")).toContain(certainty.provenText);
  });

  it("calls an account suspended that is suspended, and not gone", () => {
    for (const cause of ["old-account-gone", "new-account-gone"] as const) {
      const { because } = finding(cause);
      const about = (value: unknown) =>
        report({
          counts: counts({ missing: 2 }),
          move: {
            state: "unclear",
            findings: [{ ...finding(cause), because: because.map((one) => ({ ...one, value })) }],
          },
        });
      const suspended = english.banner.suspended[cause === "old-account-gone" ? "old" : "new"];
      expect(words(draw(overview(about({ suspended: true }))))).toContain(suspended.title);
      expect(words(draw(overview(about(null))))).toContain(english.banner[cause].title);
    }
  });

  it("does not call a server silent that shows the old account as suspended", () => {
    const old = { acct: "maria@old.example", host: "old.example" };
    const unread = (cause: "old-account-gone" | "old-unreachable") =>
      words(draw(overview(report({ old, move: { state: "unclear", findings: [finding(cause)] } }))));
    const suspended = unread("old-account-gone");
    expect(suspended).toContain("old.example shows @maria@old.example as suspended.");
    expect(suspended).not.toContain("didn’t answer");
    expect(unread("old-unreachable")).toContain("old.example didn’t answer.");
  });

  it("names the question that an allow-list did not answer", () => {
    const facts = [gap("byTarget.allow", "needs-login"), gap("refusesSigned", "our-fault")];
    const html = draw(
      createElement(Evidence, { facts, scene: { host: "far.example", old: "old.example", fresh: "new.example" } }),
    );
    expect(words(html)).toContain("List of allowed servers: new.example shows this only to people who are logged in.");
    expect(words(html)).toContain("Whether it answers signed requests: far.example couldn’t be asked");
  });

  it("needs no script and no inline style to be read", () => {
    const html = draw(overview(everything, somebody));
    expect(html).not.toMatch(/<script|\sstyle="|\son\w+="/);
  });

  it("says of a move that was not made only that", () => {
    const not = report({ move: { state: "not-started", findings: [finding("move-not-started")] }, counts: counts() });
    const html = draw(overview(not));
    expect(words(html)).toContain("As far as we can see, you haven’t moved. Save your list first.");
    expect(html).not.toContain('data-action="save-list"');
    expect(html).toContain('href="https://old.example/settings/migration"');
    expect(html).not.toContain("data-cause");
  });

  it("offers a list to save before a move where it may be named, and else the check that keeps it", () => {
    const servers = [server("near.example", { known: 3, missing: 0 }), server("far.example", { known: 9, missing: 0 })];
    const not = report({ move: { state: "not-started", findings: [finding("move-not-started")] }, servers });
    expect(words(draw(overview(not)))).toContain("Save my list of 12");
    const unproven = draw(overview(not, [], state({ proof: { state: "missing" } })));
    expect(words(unproven)).not.toContain("Save my list");
    expect(unproven).toContain('data-action="plan-move"');
  });

  it("tells who arrived since and never who left", () => {
    const changed = (changes: NonNullable<ReturnType<typeof state>["changes"]>) =>
      words(draw(overview(everything, [], state({ changes }))));
    const after = changed({ ...SAME, arrived: ["bo@far.example"], servers: ["cut.example"], net: -3 });
    expect(after).toMatch(/One person came along: .*far\.example.* One server answers differently now: .*cut\.example/);
    expect(after).toContain("3 fewer follow your new account. People come and go; we don’t track who.");
    expect(changed(SAME)).toContain("Nothing has changed.");
  });

  it("does not say that nothing changed where a number did", () => {
    const history = [23, 21].map((missing) => ({ at: "2026-11-20T14:02:00.000Z", here: 3, missing, newList: 9 }));
    const text = words(draw(overview(everything, [], state({ history, changes: SAME }))));
    expect(text).not.toContain("Nothing has changed.");
    expect(text).toContain("21 missing now, 23 before.");
  });

  it.each<[string, Partial<typeof SAME>, string]>([
    ["a silent server answered", { answered: ["far.example"] as never }, "One server that was silent has answered:"],
    [
      "a reason was found",
      { verdicts: { ...SAME.verdicts, explained: 4 } },
      "For 4 more people we can now see a reason.",
    ],
    ["a reason is surer", { verdicts: { ...SAME.verdicts, surer: 1 } }, "For one person we’re more certain"],
    ["a reason is another", { verdicts: { ...SAME.verdicts, otherwise: 2 } }, "2 people have another reason now."],
    [
      "a reason is gone",
      { verdicts: { ...SAME.verdicts, open: 1 } },
      "For one person we can’t see the reason any more.",
    ],
  ])("says that %s, and not that nothing changed", (_, more, said) => {
    const text = words(draw(overview(everything, [], state({ changes: { ...SAME, ...more } }))));
    expect(text).toContain(said);
    expect(text).not.toContain("Nothing has changed.");
  });

  it("says when it looks again, and takes one press to stop that", () => {
    const history = [23, 21].map((missing, at) => ({
      at: `2026-11-2${at}T14:02:00.000Z`,
      here: 3,
      missing,
      newList: 9,
    }));
    const shown = (looks: NonNullable<ReturnType<typeof state>["looks"]>) =>
      draw(overview(everything, [], state({ history, looks })));
    const on = shown({ on: true, made: 1, next: "2026-12-01T09:00:00.000Z" });
    expect(words(on)).toContain("Next look: Tuesday, December 1");
    expect(on).toContain('value="looks-off"');
    expect(on).toContain("Missing: 23 at first, 21 now");
    expect(words(shown({ on: true, made: 3 }))).toContain("No further look is planned.");
    expect(shown({ on: false, made: 0 })).toContain('value="looks-on"');
  });

  it("does not blame servers where the new list was not read to its end", () => {
    const unread = report({ counts: counts({ missing: 9, newList: null, byCause: { unknown: 9 } }) });
    const text = words(draw(overview(unread)));
    expect(text).toContain("We can’t see whether they do now");
    expect(text).toContain("We couldn’t read your new list to its end");
    expect(text).not.toContain("Most servers don’t publish");
  });

  it("does not send anybody round again whose account asks not to be checked", () => {
    const refused = state({ state: "failed", failure: "opted-out" });
    const html = draw(overview(report(), [], refused));
    expect(words(html)).toContain("This check wasn’t made");
    expect(html).not.toContain('href="/?old=');
    expect(draw(overview(report(), [], state({ state: "failed" })))).toContain('href="/?old=');
  });

  it("says once why a check failed, and what else was found in a fold", () => {
    const gone = report({ move: { state: "not-started", findings: [finding("old-account-gone")] } });
    const drawn = draw(overview(gone, [], state({ state: "failed", failure: "old-not-found" })));
    expect(drawn).not.toContain("lead-note");
    expect(words(drawn)).toContain(english.banner["old-account-gone"].title);
  });

  it("goes on with a check that was stopped before it knew anything, by a plain form", () => {
    const drawn = draw(overview(report({ partial: true }), [], state({ state: "cancelled" })));
    expect(drawn).toContain(`action="${PATH}/own"`);
    expect(drawn.match(/btn--main/g)).toHaveLength(1);
  });

  it("has a smile and a next step where nobody is known to be missing", () => {
    const drawn = draw(overview(report()));
    expect(drawn).toContain('class="street"');
    expect(drawn).toContain("#before-handles");
    expect(draw(overview(report({ move: { state: "done", findings: [finding("old-account-gone")] } })))).not.toContain(
      'class="street"',
    );
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
    ).split("Why they’re missing")[0];

  it("are ordered by how many they help, and say for how many at most", () => {
    const html = waiting({ "waiting-for-approval": 5, "old-server-blocked": 55 });
    expect(html).toMatch(/What helps most 55 Post your new address up to 55 people · 3 minutes/);
    expect(html).toMatch(/5 Check follow requests up to 5 people · a minute/);
  });

  it("say of what needs proof that it does, and lead to it", () => {
    const servers = [server("cut.example", { causes: { "new-server-blocked": 9 }, reach: "blocked" })];
    const one = report({
      servers,
      counts: counts({ missing: 9, byCause: { "new-server-blocked": 9 }, byReach: { blocked: 9 } }),
    });
    const html = draw(overview(one, [], state({ proof: { state: "missing", link: "https://h.example/check/abc" } })));
    expect(words(html)).toContain("9 people · 10 minutes · first show that the account is yours");
    expect(html).toContain('href="/check/abc/messages#proof"');
    expect(html).not.toContain("#admins");
    expect(html).not.toContain("export.csv");
    expect(draw(overview(one))).toContain("#admins");
  });
});

describe("a check over the wrong pair", () => {
  const wrong = report({
    counts: counts({ missing: 9, byCause: { "notice-lost": 9 } }),
    move: { state: "elsewhere", findings: [finding("moved-elsewhere")] },
  });
  it("counts nobody, whatever was read", () => {
    const html = draw(overview(wrong));
    expect(words(html)).toContain("Your old account points somewhere else");
    expect(html).not.toMatch(/whobar|data-cause|data-action/);
  });
});

describe("a check at work", () => {
  const running = state({ state: "running", steps: [{ id: "probe", done: 3, total: 9 }] });
  const html = draw(overview(everything, somebody, running));
  it("says that its number is not the last one, and keeps the room of the actions", () => {
    expect(words(html)).toContain("So far 60 followers haven’t come along");
    expect(html).toContain("help--blank");
    expect(html).not.toContain("data-action");
  });
  it("shows the groups with their numbers in the bar, and no row that could still move", () => {
    expect(words(html)).toMatch(/An admin decides \d+/);
    expect(html).not.toMatch(/data-cause|data-group|href="#group-/);
  });
  it("has the room of bar and table before anybody is known to be missing", () => {
    const early = draw(overview(report({ counts: counts() }), [], running));
    expect(early).toContain("whobar");
    expect(early).toContain("causes--blank");
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
  expect(words(html)).toContain("Look in the settings of your account on new.example.");
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
    expect(ways(gone)).toContain("/?old=maria%40old.example&amp;new=maria%40new.example");
  });
});

const LIST = { proof: OFF, checkPath: PATH, checkId: "abc", back: "followers?sort=acct" };

describe("servers and people", () => {
  it("keeps quiet about one-person servers", () => {
    const html = draw(createElement(ServerTable, { report: everything, phase: "ended", checkPath: PATH, proof: OFF }));
    const own = everything.servers.filter(({ onePerson, causes }) => onePerson && causes["new-server-blocked"]);
    expect(own).toHaveLength(1);
    for (const { host } of own) expect(html).not.toContain(host);
    const page = draw(
      createElement(ServerView, {
        server: own[0] ?? server("x.example"),
        report: everything,
        checkPath: PATH,
        proof: OFF,
      }),
    );
    expect(page).not.toContain("blocked");
    expect(words(page)).not.toMatch(/Can(’t)? follow|Waits for you|Can’t tell/);
  });

  it("says of each reason on a server's page who can act and how sure it is", () => {
    const one = server("far.example", { causes: { "notice-lost": 2 } });
    const people = [follower("bo@far.example", { certainty: "possible" }), follower("cy@far.example")];
    const text = words(
      draw(createElement(ServerView, { server: one, report: everything, people, checkPath: PATH, proof: OFF })),
    );
    expect(text).toContain(`Who can fix it ${english.causes["notice-lost"].who.slice(0, 12)}`);
    expect(text).toContain("Likely for some, possible for others");
    expect(text).toContain(`Possible: ${english.certainty.possibleText}`);
  });

  it("offers on a server's page what can be done about each reason, and only what can", () => {
    const causes = { "old-server-blocked": 2, "new-server-blocked": 1, "account-gone": 4, "here-under-new-name": 1 };
    const page = draw(
      createElement(ServerView, {
        server: server("far.example", { causes }),
        report: report(),
        checkPath: PATH,
        proof: OFF,
      }),
    );
    const reasons = page.slice(page.indexOf(english.server.causes), page.indexOf(english.server.facts));
    const ways = [...reasons.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(ways).toEqual([`${PATH}/messages#names`, `${PATH}/messages#admins`]);
    expect(words(reasons)).not.toContain(english.causes["here-under-new-name"].title);
  });

  it("says for how many people the step beside a server is", () => {
    const servers = [
      server("few.example", { causes: { ghost: 4, "notice-lost": 3 } }),
      server("all.example", { causes: { ghost: 5 } }),
    ];
    const text = words(
      draw(createElement(ServerTable, { report: report({ servers }), phase: "ended", checkPath: PATH, proof: OFF })),
    );
    expect(text).toContain("Ask your old admin (3)");
    expect(text).not.toContain("Nothing to do (");
  });

  it("leads to no people where a server has leftover entries alone", () => {
    const page = (causes: Record<string, number>) =>
      draw(
        createElement(ServerView, {
          server: server("far.example", { causes }),
          report: everything,
          checkPath: PATH,
          proof: OFF,
        }),
      );
    expect(page({ ghost: 3 })).not.toContain("/followers");
    expect(page({ ghost: 3, "notice-lost": 1 })).toContain("/followers?server=far.example");
  });

  it("shows a server's answers and its people apart by liveliness", () => {
    const one = everything.servers[1] ?? server("x.example");
    expect(
      words(draw(createElement(ServerView, { server: one, report: everything, checkPath: PATH, proof: OFF }))),
    ).toContain("lists old.example as blocked");
    const people = [
      follower("bot@far.example", { profile: { bot: true } }),
      follower("ann@far.example", { also: [{ cause: "still-arriving", certainty: "possible" }] }),
      follower("old@far.example", { profile: { lastPostAt: "2024-01-01" }, youFollow: true }),
    ];
    const text = words(
      draw(createElement(PeopleList, { ...LIST, people, report: everything, now: Date.parse("2026-11-20") })),
    );
    const [ann, old, quiet, bot] = ["@ann@", "@old@", "Bots, and accounts", "@bot@"].map((one) => text.indexOf(one));
    expect([ann, old, quiet, bot].every((place) => (place ?? -1) >= 0)).toBe(true);
    expect(Math.max(ann ?? 0, old ?? 0)).toBeLessThan(quiet ?? 0);
    expect(quiet).toBeLessThan(bot ?? 0);
    expect(text).toContain("Could also be: Still on the way");
  });

  it("keep a decision of somebody with a server of their own to themselves", () => {
    const servers = [server("own.example", { onePerson: true }), server("many.example", {})];
    const more = { cause: "new-server-blocked", reach: "blocked", group: "admin", certainty: "proven" } as const;
    const said = (acct: string) =>
      words(
        draw(
          createElement(PeopleList, {
            ...LIST,
            people: [follower(acct, more)],
            report: report({ servers }),
            now: Date.now(),
          }),
        ),
      );
    expect(said("ann@many.example")).toContain(english.followers.can.blocked);
    expect(said("ann@own.example")).not.toContain(english.followers.can.blocked);
    expect(said("ann@own.example")).toContain(english.onePersonBlock.title);
  });

  const row = (more: Parameters<typeof follower>[1], proof: Parameters<typeof PeopleList>[0]["proof"] = OFF) =>
    draw(
      createElement(PeopleList, {
        ...LIST,
        proof,
        people: [follower("bo@far.example", more)],
        report: report(),
        now: 0,
      }),
    );

  it("offer a mention where the old server is blocked and the new one is not", () => {
    const html = row({ cause: "old-server-blocked", certainty: "proven" });
    expect(html).toContain('href="/check/abc/messages#names"');
    expect(html).toMatch(/<button(?=[^>]*name="asked")(?=[^>]*value="bo@far\.example")/);
    expect(html).toContain('value="followers?sort=acct"');
    expect(row({ cause: "old-server-blocked" }, { state: "missing" })).toContain('href="/check/abc/messages#proof"');
  });

  it("offer nothing that would not arrive, and take a mark back", () => {
    expect(row({ cause: "new-server-blocked", reach: "blocked", group: "admin" })).not.toContain('name="asked"');
    expect(row({ cause: "server-gone", reach: "gone", group: "nobody" })).not.toMatch(/messages#|name="asked"/);
    expect(row({ mark: "asked" })).toMatch(/<button(?=[^>]*name="free")(?=[^>]*value="bo@far\.example")/);
  });

  it("say how many of a saved list came, and without one only who is missing", () => {
    const servers = [server("far.example", { causes: { "notice-lost": 6, here: 3 }, here: 3 })];
    const text = (more: Parameters<typeof counts>[0]) =>
      words(
        draw(
          createElement(ServerTable, {
            report: report({ servers, counts: counts(more) }),
            phase: "ended",
            checkPath: PATH,
            proof: OFF,
          }),
        ),
      );
    expect(text({ before: 9, beforeIs: "snapshot" })).toContain("3 of 9 came");
    expect(text({})).toContain("6 missing, 3 follow you");
    expect(text({})).not.toContain("of 9 came");
  });
});

describe("after a move that was planned here", () => {
  const followedThen = { total: 214, can: 201, limited: 0, cannot: 6, unknown: 7 };

  it("says how many of the people one follows can be followed from the new server", () => {
    const html = draw(overview(report({ followedThen })));
    expect(html).toContain("Of 214 you follow: 201 can be followed, 6 can’t, 7 can’t tell");
    expect(html).toContain("import the list you exported on");
  });

  it("says nothing of them where the owner did not want to know", () =>
    expect(draw(overview(report({})))).not.toContain("The people you follow"));
});
