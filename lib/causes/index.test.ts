import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Group } from "#lib/domain/diagnosis/verdict.ts";
import { CAUSE_IDS, CAUSES, type CauseId, RULES_VERSION } from "./index.ts";

const NOT_CAUSES = /^(index|judge)\.ts$|\.test\.ts$/;
const files = readdirSync(import.meta.dirname).filter((file) => !NOT_CAUSES.test(file));

/** Who can act, as the pages promise it. */
const GROUPS: Record<CauseId, Group> = {
  here: "here",
  "here-under-new-name": "here",
  "server-gone": "nobody",
  "account-gone": "nobody",
  "moved-on": "follower",
  "new-server-blocked": "admin",
  "blocked-by-new-server": "admin",
  "closed-federation": "admin",
  "new-server-given-up": "admin",
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
    expect(files).toHaveLength(19);
    expect(CAUSES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it("keeps the order of precedence, and the residual ones last", () => {
    expect(CAUSE_IDS).toEqual(Object.keys(GROUPS));
    expect(CAUSES.map(({ kind }) => kind)).toEqual([...Array(16).fill("positive"), ...Array(3).fill("residual")]);
  });

  it("says for each who can act", () => {
    expect(Object.fromEntries(CAUSES.map(({ id, group }) => [id, group]))).toEqual(GROUPS);
  });

  it("judges no residual cause, no newcomer and no ghost before a move", () => {
    const movedOnly = CAUSES.filter(({ modes }) => !modes.includes("planned")).map(({ id }) => id);
    expect(movedOnly).toEqual([
      ...["here", "here-under-new-name", "ghost"],
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

  it("never infers what is between two people", () => {
    const forbidden = CAUSE_IDS.filter((id) => /you-personally|muted|on-purpose|unfollow/.test(id));
    expect(forbidden).toEqual([]);
    expect(RULES_VERSION).toBe("2026.2");
  });
});
