import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Group } from "#lib/domain/diagnosis/verdict.ts";
import {
  ARRIVED,
  CAUSE_IDS,
  CAUSES,
  type CauseId,
  causeOf,
  causeSaidBy,
  peopleWhere,
  RULES_VERSION,
  UNLISTED,
} from "./index.ts";

const NOT_CAUSES = /^(index|judge)\.ts$|\.test\.ts$/;
const files = readdirSync(import.meta.dirname).filter((file) => !NOT_CAUSES.test(file));

/** Who can act, as the pages promise it. */
const GROUPS: Record<CauseId, Group> = {
  here: "here",
  "here-under-new-name": "here",
  "server-gone": "nobody",
  "account-gone": "nobody",
  "here-through-bridge": "here",
  "moved-on": "follower",
  "new-server-blocked": "admin",
  "new-account-suspended": "admin",
  "blocked-by-new-server": "admin",
  "closed-federation": "admin",
  "new-server-given-up": "admin",
  "you-block-their-server": "you",
  "you-block-them": "you",
  "old-server-blocked": "follower",
  "old-account-suspended": "follower",
  "blocked-by-old-server": "follower",
  ghost: "nobody",
  "software-ignores-move": "follower",
  "no-moved-to": "follower",
  "waiting-for-approval": "you",
  "still-arriving": "wait",
  "accepted-not-done": "follower",
  "notice-lost": "follower",
};

describe("the table of causes", () => {
  it("holds every file of the folder, each by its id", () => {
    expect(files).toContain("here.ts");
    expect(CAUSES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it("keeps the order of precedence, and the residual ones last", () => {
    expect(CAUSE_IDS).toEqual(Object.keys(GROUPS));
    const kinds = CAUSES.map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.toSorted());
    expect(new Set(kinds)).toEqual(new Set(["positive", "residual"]));
  });

  it("says for each who can act", () => {
    expect(Object.fromEntries(CAUSES.map(({ id, group }) => [id, group]))).toEqual(GROUPS);
  });

  it("judges no residual cause, no newcomer and no ghost before a move", () => {
    const movedOnly = CAUSES.filter(({ modes }) => !modes.includes("planned")).map(({ id }) => id);
    expect(movedOnly).toEqual([
      ...["here", "here-under-new-name", "here-through-bridge", "you-block-their-server", "you-block-them", "ghost"],
      ...["still-arriving", "accepted-not-done", "notice-lost"],
    ]);
  });

  it("calls a way clear only once every wall that could stand in it is decided", () => {
    expect(CAUSES.filter(({ decidesClear }) => decidesClear).map(({ id }) => id)).toEqual([
      ...["new-server-blocked", "blocked-by-new-server", "closed-federation", "old-server-blocked"],
    ]);
  });

  it("says which hold wherever one moves to, and which of these hold for who stays too", () => {
    const everywhere = CAUSES.flatMap(({ id, whateverTarget }) => (whateverTarget ? [[id, whateverTarget]] : []));
    expect(Object.fromEntries(everywhere)).toEqual({
      ...{ "server-gone": "cut-off", "account-gone": "cut-off", "moved-on": "cut-off" },
      ...{ "old-server-blocked": "cut-off", "old-account-suspended": "cut-off", "blocked-by-old-server": "cut-off" },
      ...{ "software-ignores-move": "not-carried", "no-moved-to": "not-carried" },
    });
  });

  it("calls only what a server there decided somebody's own decision", () => {
    const decided = CAUSES.filter(({ stands }) => stands === "before-old" || stands === "before-new");
    expect(CAUSES.filter(({ personal }) => personal)).toEqual(decided);
  });

  it("offers a letter, or a look into the requests, exactly where that helps", () => {
    for (const step of ["letter", "requests"] as const)
      expect(CAUSES.filter(({ contact }) => contact.by === step)).toEqual(CAUSES.filter(({ helps }) => helps === step));
  });

  it("asks nobody to do anything about who is here, and writes to nobody whom nothing helps", () => {
    for (const id of ARRIVED)
      expect(causeOf(id)).toMatchObject({ helps: "none", stands: null, contact: { why: "here" } });
    for (const { contact } of CAUSES.filter(({ helps }) => helps === "none")) expect(contact.by).toBe("nothing");
  });

  it("says in public each reason of its own, and nothing that was only concluded", () => {
    const said = CAUSES.flatMap(({ id, public: reason }) => (reason ? [[reason, id] as const] : []));
    expect(Object.fromEntries(said)).toEqual({
      ...{ "shuts-new-out": "new-server-blocked", "lets-only-named-in": "closed-federation" },
      ...{ "sends-new-nothing": "new-server-given-up", "shuts-old-out": "old-server-blocked" },
      "ignores-moves": "software-ignores-move",
    });
    for (const [reason, id] of said) expect(causeSaidBy(reason)).toBe(id);
  });

  it("leaves ghosts alone out of lists", () => {
    expect([...UNLISTED]).toEqual(["ghost"]);
  });

  it("counts people by what follows from their cause, and nobody whose cause it does not know", () => {
    const counts = { "notice-lost": 4, "accepted-not-done": 2, here: 9, unknown: 5, "of-tomorrow": 7 };
    expect(peopleWhere(counts, ({ helps }) => helps === "replay")).toBe(6);
    expect(peopleWhere(counts, () => true)).toBe(15);
    for (const id of ["of-tomorrow", "unknown", "constructor", null]) expect(causeOf(id)).toBeUndefined();
  });

  it("never infers what is between two people", () => {
    const forbidden = CAUSE_IDS.filter((id) => /you-personally|muted|on-purpose|unfollow/.test(id));
    expect(forbidden).toEqual([]);
    expect(RULES_VERSION).toBe("2026.8");
  });
});
