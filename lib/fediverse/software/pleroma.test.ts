import { describe, expect, it } from "vitest";
import { akkomaMask } from "#lib/software/akkoma.ts";
import { nodeinfo, nodeinfoIndex } from "#testing/answers/activitypub/documents.ts";
import { NOT_FOUND } from "#testing/answers/mastodon/account.ts";
import { account, federation, withFederation } from "#testing/answers/pleroma/documents.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { namedHost } from "../about/named-host.ts";
import { askInstance } from "../about/peers.ts";
import { askStance } from "../about/stances.ts";
import { askSight, askView } from "../about/view.ts";
import { askAccount } from "../find/account.ts";
import { readNodeInfo } from "../find/nodeinfo.ts";
import { readFollowers } from "../follower-list/list.ts";
import type { Adapter } from "../question/adapter.ts";
import { akkoma } from "./akkoma.ts";
import { pleroma } from "./pleroma.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const INDEX = "https://far.example/.well-known/nodeinfo";
const DOC = "https://far.example/nodeinfo/2.0";

const stance = async (adapter: Adapter, body: unknown, host = "old.example") => {
  const gate = fakeGate({ [INDEX]: { body: nodeinfoIndex("far.example") }, [DOC]: { body } });
  const fact = await askStance(adapter, gate, FAR, namedHost(host));
  if (!fact.known) return fact.gap;
  const { inbound, outbound, match, parentProves, allowList, harm } = fact.value;
  const flags = [
    match,
    parentProves && "proves",
    allowList && "allow-list",
    harm && "harm",
    fact.complete ? "" : "part",
  ];
  return [inbound, outbound, ...flags].filter(Boolean).join(" ");
};
const rejecting = (...names: readonly string[]) =>
  withFederation("akkoma", federation({ mrf_simple_info: {} }, { reject: names }));

describe("a list in NodeInfo", () => {
  it.each<[string, Adapter, unknown, string, string]>([
    [
      "a name and what is below it, on Akkoma",
      akkoma,
      rejecting("old.example"),
      "sub.old.example",
      "blocked blocked parent proves",
    ],
    ["a name and what is below it, on Pleroma", pleroma, rejecting("old.example"), "sub.old.example", "open open"],
    ["a wildcard, on Akkoma", akkoma, rejecting("*.old.example"), "old.example", "blocked blocked parent proves"],
    ["a wildcard, on Pleroma", pleroma, rejecting("*.old.example"), "old.example", "blocked blocked parent proves"],
    [
      "a starred name, on Akkoma",
      akkoma,
      rejecting(akkomaMask("old.example")),
      "old.example",
      "blocked blocked pattern",
    ],
    ["a starred name of another length", akkoma, rejecting(akkomaMask("elder.example")), "old.example", "open open"],
    [
      "for harm",
      akkoma,
      withFederation("akkoma", federation({}, { reject: ["old.example"] })),
      "old.example",
      "blocked blocked exact harm",
    ],
    [
      "without the newer keys",
      pleroma,
      withFederation("pleroma", {
        enabled: true,
        exclusions: false,
        mrf_policies: [],
        mrf_simple: { reject: ["old.example"] },
        quarantined_instances: [],
      }),
      "old.example",
      "blocked blocked exact",
    ],
    [
      "a quarantine stops what leaves",
      akkoma,
      withFederation("akkoma", federation({ quarantined_instances: ["old.example"] })),
      "old.example",
      "open blocked exact",
    ],
    [
      "cosmetic rules lose nobody",
      akkoma,
      withFederation("akkoma", federation({}, { followers_only: ["old.example"], media_removal: ["old.example"] })),
      "old.example",
      "open open",
    ],
    [
      "with rows left out",
      akkoma,
      withFederation("akkoma", federation({ exclusions: true })),
      "old.example",
      "unknown unknown part",
    ],
    [
      "with rows left out, and this one in",
      akkoma,
      withFederation("akkoma", federation({ exclusions: true }, { reject: ["old.example"] })),
      "old.example",
      "blocked blocked exact harm part",
    ],
    [
      "of allowed servers",
      akkoma,
      withFederation("akkoma", federation({}, { accept: ["far.example"] })),
      "old.example",
      "blocked blocked exact allow-list",
    ],
    [
      "of allowed servers, this one in",
      akkoma,
      withFederation("akkoma", federation({}, { accept: ["old.example"] })),
      "sub.old.example",
      "open open",
    ],
    [
      "of policies only",
      akkoma,
      withFederation("akkoma", { enabled: true, mrf_policies: ["SimplePolicy"] }),
      "old.example",
      "unknown unknown part",
    ],
    ["switched off", akkoma, withFederation("akkoma", { enabled: true }), "old.example", "hidden-by-server"],
    [
      "of a server that federates with nobody",
      akkoma,
      withFederation("akkoma", { enabled: false }),
      "old.example",
      "blocked blocked exact allow-list",
    ],
    ["missing", akkoma, nodeinfo("akkoma", "3.16.0"), "old.example", "hidden-by-server"],
    [
      "of another shape",
      akkoma,
      withFederation("akkoma", { enabled: true, mrf_simple: { reject: { "old.example": 1 } } }),
      "old.example",
      "unknown unknown part",
    ],
  ])("%s", async (_, adapter, body, host, expected) => {
    expect(await stance(adapter, body, host)).toBe(expected);
  });

  it("costs nothing where NodeInfo was read before", async () => {
    const gate = fakeGate({
      [INDEX]: { body: nodeinfoIndex("far.example") },
      [DOC]: { body: rejecting("old.example") },
    });
    const read = await readNodeInfo(gate, FAR);
    const fact = await askStance(akkoma, gate, FAR, namedHost("old.example"), { nodeinfo: read });
    expect([fact, gate.asked.length]).toMatchObject([{ value: { inbound: "blocked" } }, 2]);
  });

  it("is a gap where NodeInfo is one", async () => {
    expect(await stance(akkoma, "<html>")).toBe("bad-answer");
  });
});

describe("accounts and lists", () => {
  const lookup = (acct: string) => `https://far.example/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`;
  const LIST = "https://far.example/api/v1/accounts/ABada/followers?limit=40";
  const read = async (answers: Answers) => {
    const gate = fakeGate(answers);
    const found = await askAccount(akkoma, gate, { server: FAR, user: "ada" });
    if (!found.known) return found.gap;
    let count = 0;
    for await (const step of readFollowers(akkoma, gate, { server: FAR, user: "ada", account: found.value })) {
      if (step.kind === "end") return [count, step.complete ? "whole" : step.gap];
      count += step.rows.length;
    }
    throw new Error("no end");
  };
  const more = (maxId: string) => ({ link: `<${LIST}&max_id=${maxId}>; rel="next", <${LIST}&min_id=1>; rel="prev"` });

  it("say nothing about a move, not even that there was none", async () => {
    const fact = await askAccount(akkoma, fakeGate({ [lookup("ada")]: { body: account("ada") } }), {
      server: FAR,
      user: "ada",
    });
    expect(fact).toMatchObject({
      value: { acct: "ada@far.example", uri: "https://far.example/users/ada", hidesLists: false },
    });
    expect(fact).not.toHaveProperty("value.movedTo");
  });

  it.each<[string, Answers, unknown]>([
    [
      "a next link on every page",
      {
        [lookup("ada")]: { body: account("ada") },
        [LIST]: { body: [account("bo")], headers: more("9") },
        [`${LIST}&max_id=9`]: { body: [], headers: {} },
      },
      [1, "whole"],
    ],
    [
      "[] while the count is 120",
      { [lookup("ada")]: { body: account("ada", { followers_count: 120 }) }, [LIST]: { body: [] } },
      [0, "hidden-by-server"],
    ],
    [
      "[] while it says that it hides",
      { [lookup("ada")]: { body: account("ada", {}, true) }, [LIST]: { body: [] } },
      [0, "hidden-by-server"],
    ],
    ["[] and nobody", { [lookup("ada")]: { body: account("ada") }, [LIST]: { body: [] } }, [0, "whole"]],
    [
      "members only",
      { [lookup("ada")]: { status: 403, body: { error: "This resource requires authentication." } } },
      "hidden-by-server",
    ],
  ])("%s", async (_, answers, expected) => {
    expect(await read(answers)).toEqual(expected);
  });

  it("show remote accounts whether or not they are blocked, so there is no sight to conclude from", async () => {
    const gate = fakeGate({
      [lookup("ada@old.example")]: { body: account("ada", { id: "ABada", acct: "ada@old.example" }) },
      [LIST]: { body: [account("bo")] },
    });
    expect(await askSight(akkoma, gate, FAR, "ada@old.example")).toMatchObject({ known: false, gap: "not-offered" });
    const view = await askView(akkoma, gate, FAR, "ada@old.example");
    expect(view).toMatchObject({ known: true, value: { accts: ["bo@far.example"] } });
    expect(view).not.toHaveProperty("value.flagged");
  });

  it("do not know everybody", async () => {
    const fact = await askView(akkoma, fakeGate({ [lookup("ada@old.example")]: NOT_FOUND }), FAR, "ada@old.example");
    expect(fact).toMatchObject({ known: false, gap: "never-met" });
  });
});

describe("instance", () => {
  it("is read in its older form", async () => {
    const body = {
      uri: "https://far.example",
      email: "a@far.example",
      max_toot_chars: 5000,
      registrations: true,
      approval_required: false,
      languages: ["en"],
    };
    const gate = fakeGate({ "https://far.example/api/v1/instance": { body } });
    expect(await askInstance(pleroma, gate, FAR)).toMatchObject({
      value: { contactEmail: "a@far.example", maxCharacters: 5000, signUp: "open", languages: ["en"] },
    });
  });
});
