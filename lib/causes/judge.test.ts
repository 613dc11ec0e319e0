import { expect, it } from "vitest";
import { BLOCKED, check, is, not, OPEN, person, server, TARGET } from "#testing/sample.ts";
import { countUp, judgeMove, judgeServer, tallyUp } from "./judge.ts";

it("takes three servers from their facts to causes and counts", () => {
  const facts = check();
  const move = judgeMove(facts);
  expect(move).toEqual({ state: "done", findings: [] });
  const lists = { onOld: { list: is(OPEN) }, onTarget: { list: is(OPEN) } };
  const verdicts = [
    judgeServer(facts, move, server("mastodon", { ...lists, onOld: { list: is(BLOCKED) } }), [
      person("bo"),
      person("cy", { in: [TARGET] }),
    ]),
    judgeServer(
      facts,
      move,
      server("mastodon", { ...lists, onTarget: { list: is(BLOCKED) } }, { host: "wall.example" }),
      [person("di", { server: "wall.example" })],
    ),
    judgeServer(
      facts,
      move,
      server(
        null,
        {},
        { host: "gone.example", life: is({ state: "gone", by: "everything" }), nodeinfo: not("unreachable") },
      ),
      [person("ed", { server: "gone.example" })],
    ),
  ];
  const shown = verdicts.flatMap(({ followers }) =>
    followers.map(({ acct, outcomes }) => [
      acct,
      outcomes[TARGET]?.cause,
      outcomes[TARGET]?.certainty,
      outcomes[TARGET]?.reach,
    ]),
  );
  expect(shown).toEqual([
    ["bo@far.example", "old-server-blocked", "proven", "unknown"],
    ["cy@far.example", "here", "proven", "works"],
    ["di@wall.example", "new-server-blocked", "proven", "blocked"],
    ["ed@gone.example", "server-gone", "proven", "gone"],
  ]);
  expect(countUp(facts, verdicts)).toMatchObject({
    ...{ here: 1, missing: 3, missingIs: "at-least", newList: 100, newcomers: null },
    byCause: { here: 1, "old-server-blocked": 1, "new-server-blocked": 1, "server-gone": 1 },
    byGroup: { here: 1, follower: 1, admin: 1, nobody: 1 },
    byReach: { works: 1, unknown: 1, blocked: 1, gone: 1 },
  });
  expect(judgeMove(facts, tallyUp(facts, verdicts)).state).toBe("done");
});
