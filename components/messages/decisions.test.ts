import { describe, expect, it } from "vitest";
import { composeLink } from "#lib/messages/compose.ts";
import { mover, NOW, person, published, report, scene, server, state } from "#testing/components/messages.ts";
import { inEnglish } from "#testing/writers.ts";
import { letterAboutMove, lettersAbout } from "./letters/letters.ts";
import { byKind, planIn } from "./names/mention-scene.ts";
import { reasonsNot } from "./reasons.ts";
import { composeAt, limitsOf, moverOf } from "./scene.ts";
import { outline } from "./share/link-picture.tsx";
import { daysLeft, readProblem, shareStageOf } from "./share/share-stage.ts";
import { stageOf } from "./stage.ts";
import { knownTexts, publicTexts, textsBefore } from "./texts.ts";

const move = (of: "done" | "not-started" | "elsewhere" | "unclear") => ({ state: of, findings: [] });

describe("which texts would be true", () => {
  it.each([
    ["a finished move", report(), "after"],
    ["a move nobody can see", report({ move: move("unclear") }), "after"],
    ["a move not made yet", report({ move: move("not-started") }), "before"],
    ["a planned one", report({ mode: "planned", new: null }), "before"],
    ["a redirect to somebody else", report({ move: move("elsewhere") }), "elsewhere"],
    ["no new account found yet", report({ new: null, move: move("unclear") }), "nobody-yet"],
  ])("%s", (_, given, expected) => expect(stageOf(given)).toBe(expected));
});

describe("the page for followers", () => {
  it.each([
    ["made", state({ share: { url: "https://hw.example/r/x", until: NOW, showsMissing: false } }), report(), "made"],
    ["wanted", state(), report(), "make"],
    ["wanted without proof", state({ proof: { state: "missing" } }), report(), "proof"],
    ["too early for numbers", state({ counts: null }), report(), "no-report"],
    ["before the move", state(), report({ mode: "planned", new: null }), "planned"],
    ["of somebody else's move", state(), report({ move: move("elsewhere") }), "elsewhere"],
  ])("%s", (_, given, about, expected) => expect(shareStageOf(given, about)).toBe(expected));

  it("counts the days to come, and says when they are over", () => {
    expect(daysLeft("2026-12-20T12:00:00.000Z", NOW)).toBe(30);
    expect(daysLeft("2026-12-20T11:59:59.000Z", NOW)).toBe(30);
    expect(daysLeft("2026-11-20T23:00:00.000Z", NOW)).toBe(1);
    expect(daysLeft(NOW, NOW)).toBeNull();
  });
  it("has words for its own problems only", () => {
    expect(readProblem("not-confirmed")).toBe("not-confirmed");
    expect(readProblem("<script>")).toBeNull();
    expect(readProblem(undefined)).toBeNull();
  });
  it("is drawn with one square for every dark cell", () =>
    expect(
      outline([
        [true, false],
        [false, true],
      ]),
    ).toBe("M0 0h1v1h-1zM1 1h1v1h-1z"));
});

describe("the mover", () => {
  it("links to the page for followers, and to the profile without one", () => {
    expect(publicTexts(report(), mover, inEnglish)[0]?.draft.text).toContain(mover.newUrl);
    const linked = moverOf(report(), "https://hw.example/r/token");
    expect(linked && publicTexts(report(), linked, inEnglish)[0]?.draft.text).toContain("https://hw.example/r/token");
  });
  it("has a feed where the software has one", () => {
    expect(moverOf(report())?.feed).toBe("https://newharbour.example/@maria.rss");
    const other = { acct: mover.new, host: "newharbour.example", software: { name: "hollo", version: "1" } };
    expect(moverOf(report({ new: other }))).not.toHaveProperty("feed");
  });
  it("does not put a stranger's address into a post", () => {
    const odd = { acct: mover.new, host: "newharbour.example", url: "javascript:alert(1)" };
    expect(moverOf(report({ new: odd }))?.newUrl).toBe("https://newharbour.example/@maria");
  });
  it("writes within the limit of the own server", () => {
    expect(limitsOf({ instance: { maxCharacters: 5000 } })).toEqual({ maxCharacters: 5000, charactersPerUrl: 23 });
    expect(limitsOf({ instance: { maxCharacters: 0 } }).maxCharacters).toBe(500);
    const tight = { acct: mover.new, host: "newharbour.example", instance: { maxCharacters: 200 } };
    for (const { draft } of publicTexts(report({ new: tight }), mover, inEnglish)) {
      expect(draft.limit).toBe(200);
      expect(draft.fits).toBe(true);
    }
  });
  it("is told what helps in the case at hand", () => {
    const ids = (byReach: Record<string, number>) =>
      knownTexts(report({ counts: { ...report().counts, byReach } }), mover, inEnglish).map(({ id }) => id);
    expect(ids({})).not.toContain("question");
    expect(ids({ blocked: 3, unknown: 2 })).toEqual(expect.arrayContaining(["off-platform-blocked", "question"]));
  });
  it("gets a post for the old account before the move, with the new name or without", () => {
    expect(textsBefore(report({ mode: "planned" }), inEnglish)[0]?.draft.text).toContain(`@${mover.new}`);
    expect(textsBefore(report({ mode: "planned", new: null }), inEnglish)[0]?.draft.text).toContain("another server");
  });
});

describe("the composer", () => {
  it("is the one its server names, else the software's, else none", () => {
    const own = { template: "https://newharbour.example/write?text={content}", host: "newharbour.example" };
    const account = { acct: mover.new, host: "newharbour.example" };
    const software = { name: "mastodon", version: "4.5.0" };
    const url = (more: object) => composeLink(composeAt({ ...account, ...more }), "hi")?.url;
    expect(url({ software, composer: own })).toBe("https://newharbour.example/write?text=hi");
    expect(url({ software })).toBe("https://newharbour.example/share?text=hi");
    expect(url({ software: { name: "gotosocial", version: "0.20.0" } })).toBeUndefined();
    expect(url({})).toBe("https://share.joinmastodon.org/#text=hi");
    expect(url({ composer: own })).toBe("https://newharbour.example/write?text=hi");
  });
});

describe("people by name", () => {
  const friend = person("ann@far.example", { youFollow: true });
  const stranger = person("bo@far.example");

  it("are planned when the mover follows them, others when ticked one by one", () => {
    const given = scene([friend, stranger]);
    expect(planIn(given).posts.flatMap(({ to }) => to)).toEqual([friend.acct]);
    expect(planIn(given, new Set([stranger.acct])).posts.flatMap(({ to }) => to)).toEqual([stranger.acct]);
    expect(planIn(given, new Set()).posts).toEqual([]);
  });
  it("wait for tomorrow when somebody was asked today", () => {
    expect(planIn(scene([friend])).posts[0]?.day).toBe("2026-11-20");
    expect(planIn(scene([friend]), undefined, true).posts[0]?.day).toBe("2026-11-21");
  });
  it("count those asked over all checks", () => {
    const full = planIn(scene([friend], { asked: 30 }));
    expect(full.posts).toEqual([]);
    expect(full.leftOut).toEqual([{ acct: friend.acct, why: "over-cap" }]);
  });
  it("stand together by what there is to say to them", () => {
    const moved = { cause: "moved-on", newAddress: "cy@home.example" } as const;
    const reachOf = (host: string) => (host === "home.example" ? "works" : "unknown");
    const groups = byKind(scene([friend, person("cy@far.example", moved, reachOf)]));
    expect(groups.map(({ kind }) => kind)).toEqual(["lost", "moved"]);
    expect(byKind(scene([person("cy@far.example", moved)]))).toEqual([]);
  });
});

describe("why others are not listed", () => {
  it("is counted by server, those who came along and those who moved on left out", () => {
    const reasons = reasonsNot([
      server("a.example", { reach: "blocked", causes: { "new-server-blocked": 7, here: 4 } }),
      server("b.example", { causes: { unexplained: 3, "notice-lost": 5, "moved-on": 2 } }),
      server("c.example", { onePerson: true, causes: { "old-server-blocked": 1 } }),
    ]);
    expect(reasons).toEqual([
      { why: "their-server-blocks", people: 7 },
      { why: "cannot-tell", people: 3 },
      { why: "own-decision", people: 1 },
    ]);
  });
});

describe("letters", () => {
  const blocked = (host: string, people: number, more = {}) =>
    server(host, {
      reach: "blocked",
      causes: { "new-server-blocked": people },
      facts: [published("onTarget.list")],
      ...more,
    });
  const about = (servers: ReturnType<typeof blocked>[], memory = {}) => ({
    report: report({ servers }),
    mover,
    howUrl: "https://hw.example/how/blocks",
    now: NOW,
    memory,
    wroteOldAdmin: false,
    writer: inEnglish,
  });

  it("speak for whole servers, the largest first, with the one for the own admin to send", () => {
    const { letters, none } = lettersAbout(about([blocked("far.example", 9), blocked("wide.example", 57)]));
    expect(letters.map(({ host, people, remote }) => [host, people, remote?.kind])).toEqual([
      ["wide.example", 57, "remote"],
      ["far.example", 9, "remote"],
    ]);
    expect(none).toEqual([]);
  });
  it("go to whom the own server names", () => {
    const given = about([blocked("far.example", 9)]);
    const instance = { contactEmail: "admin@newharbour.example", contactAcct: "admin@newharbour.example" };
    const fresh = { acct: mover.new, host: "newharbour.example", instance };
    const { letters } = lettersAbout({ ...given, report: { ...given.report, new: fresh } });
    expect(letters[0]?.offer).toMatchObject({ to: { email: instance.contactEmail, acct: instance.contactAcct } });
  });
  it("are not offered in vain, and the page says why", () => {
    const { letters, none } = lettersAbout(
      about(
        [
          blocked("few.example", 4),
          blocked("harm.example", 8, { facts: [published("onTarget.list", { harm: true })] }),
          blocked("quiet.example", 6, { facts: [] }),
          blocked("own.example", 1, { onePerson: true }),
          blocked("twice.example", 12),
          blocked("often.example", 5),
        ],
        {
          "twice.example": { written: true, askersIn30Days: 0 },
          "often.example": { written: false, askersIn30Days: 3 },
        },
      ),
    );
    expect(letters).toEqual([]);
    expect(none.map(({ why }) => why)).toEqual([
      "already-written",
      "harm",
      "not-published",
      "asked-enough",
      "few-people",
      "one-person",
    ]);
  });
  it("count waiting people only where a published limit makes them wait", () => {
    const limited = published("byTarget.list", { inbound: "open", outbound: "open", limited: true });
    const waiting = { reach: "waits" as const, causes: { "waiting-for-approval": 6 } };
    const shown = lettersAbout(about([server("far.example", { ...waiting, facts: [limited] })]));
    expect(shown.letters.map(({ people }) => people)).toEqual([6]);
    expect(lettersAbout(about([server("far.example", waiting)]))).toEqual({ letters: [], none: [] });
  });
  it("ask the old admin once for all servers from which nobody came", () => {
    const stayed = server("far.example", { causes: { "notice-lost": 7 } });
    expect(letterAboutMove(about([stayed])).kind).toBe("old-admin");
    expect(letterAboutMove(about([{ ...stayed, here: 2 }]))).toEqual({ kind: "none", why: "nothing-stayed" });
    const dated = { report: report({ servers: [stayed], move: { ...move("done"), at: "2026-10-01" } }) };
    expect(letterAboutMove({ ...about([stayed]), ...dated })).toMatchObject({
      body: { text: expect.stringContaining("on 1 October 2026") },
    });
    const again = { ...about([stayed]), wroteOldAdmin: true };
    expect(letterAboutMove(again)).toEqual({ kind: "none", why: "already-written" });
  });
});
