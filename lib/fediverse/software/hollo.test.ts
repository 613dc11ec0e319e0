import { describe, expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { account, NOT_FOUND } from "#testing/answers/mastodon/account.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { namedHost } from "../about/named-host.ts";
import { askStance } from "../about/stances.ts";
import { askSight, askView } from "../about/view.ts";
import { readFollowers } from "../follower-list/list.ts";
import { hollo } from "./hollo.ts";

const HOLLO = { host: "hollo.example", webHost: "hollo.example" };
const lookup = "https://hollo.example/api/v1/accounts/lookup?acct=ada%40old.example";
const list = "https://hollo.example/api/v1/accounts/0192-7/followers?limit=80";
/** Without `hide_collections`, and with `moved: null` where nobody moved. */
const remote = (over: Readonly<Record<string, unknown>> = {}) =>
  account("ada", {
    id: "0192-7",
    acct: "ada@old.example",
    uri: undefined,
    hide_collections: undefined,
    moved: null,
    ...over,
  });
const outcome = <T>(fact: Fact<T>) => (fact.known ? fact.value : fact.gap);

describe("Hollo", () => {
  it("hands out a list in one piece, however long", async () => {
    const body = Array.from({ length: 300 }, (_, at) => account(`p${at}`, { uri: undefined }));
    const gate = fakeGate({ [list]: { body } });
    const who = { server: HOLLO, user: "ada", account: { acct: "ada@hollo.example", id: "0192-7" } };
    const steps = [];
    for await (const step of readFollowers(hollo, gate, who)) steps.push(step);
    expect(steps.at(-1)).toMatchObject({ complete: true, read: 300 });
    expect(gate.asked).toEqual([list]);
  });

  it.each<[string, Answers[string], unknown]>([
    ["not moved", { body: remote() }, { seen: "known", id: "0192-7", followers: 2, moved: null }],
    [
      "moved",
      { body: remote({ moved: remote({ acct: "ada@new.example" }) }) },
      { seen: "known", id: "0192-7", followers: 2, moved: "ada@new.example" },
    ],
    ["absent", NOT_FOUND, { seen: "absent" }],
  ])("sees a remote account: %s", async (_, answer, expected) => {
    expect(outcome(await askSight(hollo, fakeGate({ [lookup]: answer }), HOLLO, "ada@old.example"))).toEqual(expected);
  });

  it("shows who of its own follow, and nobody is nobody", async () => {
    const gate = fakeGate({ [lookup]: { body: remote() }, [list]: { body: [] } });
    expect(await askView(hollo, gate, HOLLO, "ada@old.example")).toMatchObject({
      known: true,
      value: { accts: [] },
      complete: true,
    });
  });

  it("publishes no blocks, and is not asked for them", async () => {
    const gate = fakeGate({});
    expect(outcome(await askStance(hollo, gate, HOLLO, namedHost("old.example")))).toBe("not-offered");
    expect(gate.asked).toEqual([]);
  });
});
