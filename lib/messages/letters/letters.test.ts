import { describe, expect, test } from "vitest";
import { inEnglish } from "#testing/writers.ts";
import { type FactRow, publishedLines } from "../published.ts";
import { type AdminInput, letterToOwnAdmin, letterToTheirAdmin } from "./admin-letters.ts";
import { type LetterOffer, mailLink } from "./letter.ts";
import { letterToOldAdmin, type OldAdminInput } from "./old-admin-letter.ts";

const mover = {
  old: "maria@oldtown.example",
  new: "maria@newharbour.example",
  newUrl: "https://newharbour.example/@maria",
};
const source = { kind: "network", url: "https://far.example/list", at: "2026-11-20T14:02:00Z" } as const;
const fact = (name: string, value: object, more: Partial<FactRow> = {}): FactRow => ({
  fact: name,
  known: true,
  value,
  source,
  ...more,
});
const BLOCK = { inbound: "blocked", outbound: "blocked", basis: "list", match: "digest" };
const linesOf = (...facts: readonly FactRow[]) => publishedLines("far.example", "newharbour.example", facts);
const theirBlock = (more = {}) => fact("onTarget.list", { ...BLOCK, ...more });
const ourBlock = fact("byTarget.list", BLOCK);
const ourLimit = fact("byTarget.list", { inbound: "open", outbound: "open", limited: true, basis: "list" });

const input = (...facts: readonly FactRow[]): AdminInput => ({
  mover,
  server: "far.example",
  people: 57,
  onePerson: false,
  lines: linesOf(...facts),
  askersIn30Days: 0,
  written: false,
  ownContact: { host: "newharbour.example", email: "team@newharbour.example", acct: "admin@newharbour.example" },
  theirContact: { host: "far.example", email: "mods@far.example" },
  howUrl: "https://housewarming.example/how/blocks",
  writing: { writer: inEnglish },
});
const outcome = (offer: LetterOffer) => ("why" in offer ? offer.why : "setting" in offer ? offer.setting : offer.kind);

describe("what counts as published", () => {
  test.each<[string, FactRow, number]>([
    ["a line of their list", theirBlock(), 1],
    ["a line of ours", ourBlock, 1],
    ["a limit of ours", ourLimit, 1],
    ["a probe", fact("onTarget.list", { ...BLOCK, basis: "probe" }), 0],
    ["peers", fact("onTarget.list", { ...BLOCK, basis: "peers" }), 0],
    ["a position", fact("onTarget.list", { ...BLOCK, basis: "position" }), 0],
    ["a look-up", fact("onTarget.sight", { seen: "absent" }), 0],
    ["a masked name that fits", fact("onTarget.list", { ...BLOCK, match: "pattern" }), 0],
    ["a list handed over in confidence", fact("onTarget.list", BLOCK, { source: { ...source, kind: "file" } }), 0],
    ["an answer by hand", fact("onTarget.list", BLOCK, { source: { ...source, kind: "told" } }), 0],
    ["a list that could not be read", { fact: "onTarget.list", known: false }, 0],
    ["an open door", fact("onTarget.list", { inbound: "open", outbound: "open", basis: "list" }), 0],
    ["what they think of the old server", fact("onOld.list", BLOCK), 0],
    ["something else", fact("onTarget.list", [] as never), 0],
  ])("%s", (_, row, count) => {
    expect(linesOf(row)).toHaveLength(count);
  });
});

describe("letter to one's own admin", () => {
  test.each<[string, AdminInput, string]>([
    ["their block", input(theirBlock()), "own-admin"],
    ["our block", input(ourBlock), "own-admin"],
    ["our limit", input(ourLimit), "own-admin"],
    ["four people", { ...input(theirBlock()), people: 4 }, "few-people"],
    ["five people", { ...input(theirBlock()), people: 5 }, "own-admin"],
    ["a server of one", { ...input(theirBlock()), onePerson: true }, "one-person"],
    ["nothing published", input(), "not-published"],
    ["only a probe", input(fact("onTarget.list", { ...BLOCK, basis: "probe" })), "not-published"],
    ["their limit only", input(fact("onTarget.list", { ...BLOCK, inbound: "open", limited: true })), "not-published"],
    ["harm as the reason", input(theirBlock({ harm: true })), "harm"],
    ["two have asked", { ...input(theirBlock()), askersIn30Days: 2 }, "own-admin"],
    ["three have asked", { ...input(theirBlock()), askersIn30Days: 3 }, "asked-enough"],
    ["written before", { ...input(theirBlock()), written: true }, "already-written"],
    [
      "mover is the contact",
      { ...input(ourBlock), ownContact: { host: "x", acct: "@Maria@newharbour.example" } },
      "lift-block",
    ],
    ["mover limits", { ...input(ourLimit), ownContact: { host: "x", acct: mover.new } }, "lift-limit"],
    [
      "mover is the contact, their block",
      { ...input(theirBlock()), ownContact: { host: "x", acct: mover.new } },
      "ask-them",
    ],
    [
      "mover keeps an allow-list",
      {
        ...input(fact("byTarget.list", { ...BLOCK, allowList: true })),
        ownContact: { host: "x", acct: mover.new },
      },
      "allow",
    ],
  ])("%s", (_, given, expected) => {
    expect(outcome(letterToOwnAdmin(given))).toBe(expected);
  });

  test("names the line, the source, the number and the way to say no", () => {
    const offer = letterToOwnAdmin(input(theirBlock()));
    const text = offer.kind === "own-admin" ? offer.body.text : "";
    for (const part of ["57 people", "far.example", source.url, "20 November 2026", "A no is a full answer"])
      expect(text).toContain(part);
  });

  test.each<[string, readonly FactRow[], RegExp, RegExp]>([
    ["is certain of its own row", [theirBlock()], /because their server has suspended ours/, /probably|parent/],
    [
      "is not of a row for a name above, which may have an exception",
      [theirBlock({ match: "parent" })],
      /probably covers ours[\s\S]*shows a parent domain of newharbour\.example as suspended/,
      /because/,
    ],
    [
      "is where a parent has none",
      [theirBlock({ match: "parent", parentProves: true })],
      /because their server has suspended ours[\s\S]*a parent domain of newharbour\.example/,
      /probably/,
    ],
    [
      "is not where an allow that nobody may see would beat the row",
      [theirBlock(), { fact: "onTarget.allow", known: false }],
      /probably covers ours[\s\S]*shows newharbour\.example as suspended/,
      /because|parent/,
    ],
    [
      "is of its own side, whatever the other's row is like",
      [ourBlock, theirBlock({ match: "parent" })],
      /because our server has suspended theirs/,
      /probably/,
    ],
  ])("%s", (_, facts, says, never) => {
    const offer = letterToOwnAdmin(input(...facts));
    const text = offer.kind === "own-admin" ? offer.body.text : "";
    expect(text).toMatch(says);
    expect(text).not.toMatch(never);
  });

  test("what the own admin can change alone comes before what others decide", () => {
    const offer = letterToOwnAdmin(input(theirBlock(), ourBlock));
    expect(offer.kind === "own-admin" && offer.body.text).toContain("our server has suspended theirs");
  });
});

describe("letter to their admin", () => {
  test.each<[string, AdminInput, string]>([
    ["their block", input(theirBlock()), "remote"],
    ["our block is not theirs to lift", input(ourBlock), "not-published"],
    ["their limit", input(fact("onTarget.list", { ...BLOCK, inbound: "open", limited: true })), "not-published"],
    ["harm as the reason", input(theirBlock({ harm: true })), "harm"],
    ["harm on our side only", input(theirBlock(), fact("byTarget.list", { ...BLOCK, harm: true })), "harm"],
    ["four people", { ...input(theirBlock()), people: 4 }, "few-people"],
    ["three have asked", { ...input(theirBlock()), askersIn30Days: 3 }, "asked-enough"],
  ])("%s", (_, given, expected) => {
    expect(outcome(letterToTheirAdmin(given))).toBe(expected);
  });

  test("says of a row for a name above that it probably stops them", () => {
    const text = (...facts: readonly FactRow[]) => {
      const offer = letterToTheirAdmin(input(...facts));
      return offer.kind === "remote" ? offer.body.text : "";
    };
    expect(text(theirBlock())).toContain("whom they can’t follow here");
    expect(text(theirBlock({ match: "parent" }))).toContain("whom they probably can’t follow here");
  });
});

describe("letter to the old admin", () => {
  const server = (host: string, causes: Record<string, number>, more = {}) => ({
    host,
    here: 0,
    onePerson: false,
    causes,
    ...more,
  });
  const old = (servers: OldAdminInput["servers"], more: Partial<OldAdminInput> = {}): OldAdminInput => ({
    mover,
    servers,
    contact: { host: "oldtown.example", email: "team@oldtown.example" },
    software: "mastodon",
    written: false,
    now: "2026-11-20T12:00:00Z",
    writing: { writer: inEnglish },
    ...more,
  });

  test.each<[string, OldAdminInput, string]>([
    ["a whole server", old([server("far.example", { "notice-lost": 57 })]), "old-admin"],
    ["both causes together", old([server("far.example", { "notice-lost": 3, "accepted-not-done": 2 })]), "old-admin"],
    ["somebody came along", old([server("far.example", { "notice-lost": 57 }, { here: 1 })]), "nothing-stayed"],
    ["another cause", old([server("far.example", { "old-server-blocked": 57 })]), "nothing-stayed"],
    ["four people", old([server("far.example", { "notice-lost": 4 })]), "few-people"],
    ["a server of one", old([server("far.example", { "notice-lost": 9 }, { onePerson: true })]), "few-people"],
    ["written", old([server("far.example", { "notice-lost": 57 })], { written: true }), "already-written"],
    [
      "mover is the contact",
      old([server("far.example", { "notice-lost": 57 })], { contact: { host: "oldtown.example", acct: mover.old } }),
      "replay",
    ],
  ])("%s", (_, given, expected) => {
    expect(outcome(letterToOldAdmin(given))).toBe(expected);
  });

  const textOf = (given: OldAdminInput) => {
    const offer = letterToOldAdmin(given);
    return offer.kind === "old-admin" ? offer.body.text : "";
  };

  test("names servers of five and more, counts the others, and gives the command", () => {
    const text = textOf(
      old([
        server("far.example", { "notice-lost": 57 }),
        server("near.example", { "accepted-not-done": 80 }),
        server("small.example", { "notice-lost": 2 }),
        server("one.example", { "notice-lost": 1 }, { onePerson: true }),
      ]),
    );
    expect(text).toContain("- near.example: 80 people\n- far.example: 57 people\n- 3 people on 2 other servers");
    expect(text).toContain("tootctl accounts migrate maria --replay");
    expect(text).not.toMatch(/small\.example|one\.example/);
  });

  test("the 7-day lock has a date while it lasts", () => {
    const servers = [server("far.example", { "notice-lost": 57 })];
    expect(textOf(old(servers, { movedAt: "2026-11-18T09:00:00Z" }))).toContain("not before 25 November 2026");
    expect(textOf(old(servers, { movedAt: "2026-10-01T09:00:00Z" }))).not.toContain("not before");
  });

  test("the day of the move stands in letter and message where it is known, and only there", () => {
    const servers = [server("far.example", { "notice-lost": 57 })];
    const offer = letterToOldAdmin(old(servers, { movedAt: "2026-10-01T09:00:00Z" }));
    const texts = offer.kind === "old-admin" ? [offer.body.text, offer.message?.text] : [];
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain("on 1 October 2026");
    expect(textOf(old(servers))).not.toContain("2026");
  });

  test("a private message begins with whom it is for, and fits with that name in it", () => {
    const contact = { host: "oldtown.example", acct: `${"a".repeat(40)}@oldtown.example` };
    const servers = [server("far.example", { "notice-lost": 57 })];
    const offer = letterToOldAdmin(old(servers, { contact, movedAt: "2026-11-18T09:00:00Z" }));
    const message = offer.kind === "old-admin" ? offer.message : undefined;
    expect(message?.text.startsWith(`@${contact.acct} Hello!`)).toBe(true);
    expect(message?.fits).toBe(true);
    expect(message?.counted).toBeGreaterThan(41);
  });

  test.each(["Mastodon", "hometown", "glitch-soc"])("%s has a command for it", (software) => {
    expect(textOf(old([server("far.example", { "notice-lost": 57 })], { software }))).toContain(
      "    tootctl accounts migrate maria --replay\n",
    );
  });

  test("another software has no such command", () => {
    expect(textOf(old([server("far.example", { "notice-lost": 57 })], { software: "akkoma" }))).not.toContain(
      "tootctl",
    );
  });

  test("at most ten are named", () => {
    const many = Array.from({ length: 14 }, (_, at) => server(`s${at}.example`, { "notice-lost": 10 }));
    expect(textOf(old(many))).toContain("40 people on 4 other servers");
  });
});

describe("mail link", () => {
  const offer = letterToOwnAdmin(input(theirBlock()));
  const withMail = (email: string) =>
    offer.kind === "own-admin" ? mailLink({ ...offer, to: { host: "x", email } }) : null;
  test("carries subject and body, encoded", () => {
    const url = new URL(withMail("team@newharbour.example") ?? "");
    expect(url.protocol).toBe("mailto:");
    expect(url.pathname).toBe("team@newharbour.example");
    expect(url.searchParams.get("subject")).toBe("A question about far.example");
    expect(url.searchParams.get("body")).toContain("57 people on far.example");
  });
  test.each([
    "",
    "nobody",
    "a@b.example?bcc=c@d.example",
    "a@b.example,c@d.example",
    "a b@c.example",
    "a@b.example\r\nBcc:x@y.z",
  ])("an address that is none opens nothing: %j", (email) => {
    const url = withMail(email);
    expect(url === null || [...new URL(url).searchParams.keys()].join() === "subject,body").toBe(true);
    expect(url ?? "").not.toContain("bcc=");
  });
});
