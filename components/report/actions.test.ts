import { describe, expect, it } from "vitest";
import { counts, finding, report, server } from "#testing/components/report.ts";
import { chooseActions } from "./actions.ts";

const typical = report({
  counts: counts({
    missing: 112,
    byCause: { "waiting-for-approval": 14, "notice-lost": 40, "new-server-blocked": 30, unknown: 28 },
    byReach: { works: 54, blocked: 30, unknown: 28 },
  }),
  servers: [
    server("cut.example", { causes: { "new-server-blocked": 30 }, reach: "blocked" }),
    server("silent.example", { causes: { unknown: 28 }, reach: "unknown" }),
    server("down.example", { causes: { "notice-lost": 40 } }),
  ],
});
const ids = (one = typical) => chooseActions(one).map(({ id }) => id);

describe("what to do", () => {
  it("is at most three things, those that help most people first", () => {
    expect(ids()).toEqual(["post", "old-admin", "own-admin"]);
    expect(chooseActions(typical).map(({ people }) => people)).toEqual([68, 40, 30]);
  });

  it("counts for the post nobody who cannot follow or only waits", () =>
    expect(chooseActions(typical)[0]).toMatchObject({ id: "post", people: 112 - 30 - 14 }));

  it("begins with follow requests where only the mover can count them", () => {
    const locked = report({ ...typical, counts: counts({ missing: 40, byReach: { works: 40 } }) });
    expect(ids({ ...locked, move: { state: "done", findings: [finding("check-requests")] } })[0]).toBe("requests");
    expect(ids(locked)).not.toContain("requests");
  });

  it("is only the move itself as long as that is not right", () => {
    const actions = (cause: Parameters<typeof finding>[0]) =>
      chooseActions({ ...typical, move: { state: "done", findings: [finding(cause)] } });
    expect(actions("alias-missing")).toMatchObject([
      { id: "finish-alias", url: "https://new.example/settings/aliases" },
    ]);
    expect(actions("move-not-started")).toMatchObject([{ id: "finish-move", host: "old.example" }]);
    expect(actions("redirect-only")).toMatchObject([{ id: "finish-redirect", host: "old.example" }]);
  });

  it("leads to a settings page only where the software is known to have it", () => {
    const urls = (name: string, cause: Parameters<typeof finding>[0]) => {
      const side = { ...typical.old, software: { name, version: "1" } };
      const fresh = { ...side, acct: "maria@new.example", host: "new.example" };
      const one = { ...typical, old: side, new: fresh, move: { ...typical.move, findings: [finding(cause)] } };
      return chooseActions(one).map(({ url }) => url);
    };
    expect(urls("Mastodon", "move-not-started")).toEqual(["https://old.example/settings/migration"]);
    expect(urls("misskey", "alias-missing")).toEqual(["https://new.example/settings/migration"]);
    expect(urls("akkoma", "alias-missing")).toEqual([null]);
    expect(urls("gotosocial", "redirect-only")).toEqual(["https://old.example/settings/user/migration"]);
  });

  it("asks nobody to follow an account that cannot be followed", () => {
    const broken = (move: typeof typical.move) => ids({ ...typical, move });
    expect(broken({ state: "elsewhere", findings: [finding("moved-elsewhere")] })).not.toContain("post");
    for (const cause of ["new-account-gone", "new-account-redirects", "new-account-unverifiable"] as const)
      expect(broken({ state: "done", findings: [finding(cause)] })).not.toContain("post");
  });

  it("sends no move again that would lead to an account which cannot be followed", () => {
    const stayed = { ...typical, counts: { ...typical.counts, missing: 60, byCause: { "accepted-not-done": 60 } } };
    const done = (findings: typeof typical.move.findings) => ids({ ...stayed, move: { state: "done", findings } });
    expect(done([])).toContain("old-admin");
    expect(done([finding("new-account-redirects")])).not.toContain("old-admin");
  });

  it("is nothing where the move has not gone through and nobody can say why for sure", () => {
    const possible = { ...finding("redirect-only"), certainty: "possible" as const };
    expect(ids({ ...typical, move: { state: "not-started", findings: [possible] } })).toEqual([]);
  });

  it("starts again with the two addresses the other way round", () =>
    expect(chooseActions({ ...typical, move: { state: "not-started", findings: [finding("swapped")] } })).toMatchObject(
      [{ id: "swap", url: "/?old=maria%40new.example&new=maria%40old.example" }],
    ));

  it("sends no letter about fewer than five people or about somebody's own server", () => {
    const blocked = (more: object) =>
      report({
        counts: counts({ missing: 9, byCause: { "new-server-blocked": 9 }, byReach: { blocked: 9 } }),
        servers: [server("cut.example", { causes: { "new-server-blocked": 9 }, reach: "blocked", ...more })],
      });
    expect(ids(blocked({}))).toEqual(["own-admin"]);
    expect(ids(blocked({ causes: { "new-server-blocked": 4 } }))).toEqual([]);
    expect(ids(blocked({ onePerson: true }))).toEqual([]);
  });

  it("shows the owner the blocks of the own account that keep people out", () => {
    const byCause = { "you-block-their-server": 3, "you-block-them": 1 };
    const blocked = report({ counts: counts({ missing: 4, byCause, byReach: { blocked: 4 } }) });
    expect(chooseActions(blocked)).toMatchObject([{ id: "lift", people: 4, upTo: true }]);
  });

  it("has nothing to do where nobody is missing", () => expect(ids(report())).toEqual([]));
});
