import { describe, expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { gotosocialMask } from "#lib/software/gotosocial.ts";
import { mastodonMask } from "#lib/software/mastodon.ts";
import { actor, collection, collectionPage, webfinger } from "#testing/answers/activitypub/documents.ts";
import { block, NO_TOKEN, UNSIGNED } from "#testing/answers/gotosocial/documents.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { namedHost } from "../about/named-host.ts";
import { askPeer } from "../about/peers.ts";
import { askStance } from "../about/stances.ts";
import { askSight, askView } from "../about/view.ts";
import { askAccount, askHome } from "../find/account.ts";
import { askActor } from "../find/discover.ts";
import { readFollowers } from "../follower-list/list.ts";
import { gotosocial } from "./gotosocial.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const BLOCKS = "https://far.example/api/v1/instance/domain_blocks";
const ADA = "https://far.example/users/ada";
const outcome = <T>(fact: Fact<T>) => (fact.known ? fact.value : fact.gap);

describe("block list", () => {
  const stance = async (answer: Answers[string], host = "old.example") => {
    const fact = await askStance(gotosocial, fakeGate({ [BLOCKS]: answer }), FAR, namedHost(host));
    if (!fact.known) return fact.gap;
    const { inbound, outbound, match, parentProves, harm } = fact.value;
    return [inbound, outbound, match, parentProves && "proves", harm && "harm"].filter(Boolean).join(" ");
  };

  it.each<[string, Answers[string], string, string]>([
    ["in clear", { body: [block("old.example", "spam source")] }, "old.example", "blocked blocked exact harm"],
    ["of what is below", { body: [block("old.example")] }, "sub.old.example", "blocked blocked parent proves"],
    [
      "starred in its own way",
      { body: [block(gotosocialMask("old.example"))] },
      "old.example",
      "blocked blocked pattern",
    ],
    ["starred in another's way", { body: [block(mastodonMask("old.example"))] }, "old.example", "open open"],
    ["starred, of another name", { body: [block(gotosocialMask("elf.example"))] }, "old.example", "open open"],
    ["not exposed", NO_TOKEN, "old.example", "needs-login"],
    ["empty", { body: [] }, "old.example", "open open"],
  ])("%s", async (_, answer, host, expected) => {
    expect(await stance(answer, host)).toBe(expected);
  });
});

describe("people", () => {
  const finger = "https://far.example/.well-known/webfinger?resource=acct%3Aada%40far.example";
  const who = { server: FAR, user: "ada", uri: ADA };

  it("are shown to nobody who does not sign: a gap, never 'no alias'", async () => {
    const gate = fakeGate({ [ADA]: UNSIGNED });
    expect(outcome(await askAccount(gotosocial, gate, who))).toBe("needs-signature");
    expect(outcome(await askActor(gate, { acct: "ada@far.example", uri: ADA }, { publishesMovedTo: true }))).toBe(
      "needs-signature",
    );
    expect(gate.asks.every(({ sign }) => sign === true)).toBe(true);
  });

  it("are read from the actor where the signature was good", async () => {
    const body = actor(ADA, "ada", { movedTo: "https://new.example/users/ada", manuallyApprovesFollowers: true });
    expect(outcome(await askAccount(gotosocial, fakeGate({ [ADA]: { body } }), who))).toMatchObject({
      acct: "ada@far.example",
      uri: ADA,
      locked: true,
      movedTo: "https://new.example/users/ada",
    });
  });

  const FOUND = { body: webfinger("ada@far.example", ADA) };
  const PAGE = "https://far.example/@ada";
  const BLANK = actor(ADA, "ada", { name: "", url: PAGE });
  it.each<[string, Answers, unknown]>([
    ["deleted", { [finger]: { status: 410 } }, { state: "deleted" }],
    [
      "there, and more is not told",
      { [finger]: { body: webfinger("ada@far.example", ADA) }, [ADA]: UNSIGNED },
      "needs-signature",
    ],
    [
      "alive",
      { [finger]: { body: webfinger("ada@far.example", ADA) }, [ADA]: { body: actor(ADA, "ada") } },
      { state: "alive" },
    ],
    [
      "gone, where the actor is without a name and its page is not there",
      { [finger]: FOUND, [ADA]: { body: BLANK }, [PAGE]: { status: 404, body: "<h1>404</h1>" } },
      { state: "closed" },
    ],
    [
      "alive without a name",
      { [finger]: FOUND, [ADA]: { body: BLANK }, [PAGE]: { body: "<html>" } },
      { state: "alive" },
    ],
    [
      "undecided without a name and a page",
      { [finger]: FOUND, [ADA]: { body: BLANK }, [PAGE]: { status: 503 } },
      "unreachable",
    ],
  ])("at home: %s", async (_, answers, expected) => {
    expect(outcome(await askHome(gotosocial, fakeGate(answers), { server: FAR, user: "ada" }))).toEqual(expected);
  });

  it.each<[string, Answers[string], Answers[string], unknown]>([
    ["turns our host away", { status: 403, ours: "refused-us" }, { body: "<html>" }, { state: "alive" }],
    ["could not reach us", "our-fault", { status: 404, body: "<h1>404</h1>" }, { state: "closed" }],
    ["does not believe us", { status: 401, ours: "signature-refused" }, { status: 503 }, "unreachable"],
  ])("are told by their pages where the server %s", async (_, atActor, atPage, expected) => {
    const gate = fakeGate({ [ADA]: atActor, [PAGE]: atPage, [finger]: FOUND });
    expect(outcome(await askHome(gotosocial, gate, who))).toEqual(expected);
    expect(gate.asked).toEqual([ADA, PAGE]);
  });

  it("lists come from signed pages, and the last one names a next", async () => {
    const root = `${ADA}/followers`;
    const page = (at: number) => `${root}?page=${at}`;
    const gate = fakeGate({
      [ADA]: { body: actor(ADA, "ada") },
      [root]: { body: collection(root) },
      [page(1)]: { body: collectionPage(page(1), ["https://snac.example/sam"], page(2)) },
      [page(2)]: { body: collectionPage(page(2), []) },
    });
    const steps = [];
    for await (const step of readFollowers(gotosocial, gate, who)) steps.push(step);
    expect(steps.at(-1)).toMatchObject({ kind: "end", complete: true, read: 1 });
    expect(gate.asks.every(({ sign }) => sign === true)).toBe(true);
  });

  it("hides the list by a collection without a count", async () => {
    const root = `${ADA}/followers`;
    const stub = { id: root, type: "OrderedCollection" };
    const gate = fakeGate({ [ADA]: { body: actor(ADA, "ada") }, [root]: { body: stub } });
    const steps = [];
    for await (const step of readFollowers(gotosocial, gate, who)) steps.push(step);
    expect(steps).toMatchObject([{ kind: "end", complete: false, gap: "hidden-by-server" }]);
  });

  it("offers no sight and no view", async () => {
    const gate = fakeGate({});
    expect(outcome(await askSight(gotosocial, gate, FAR, "ada@old.example"))).toBe("not-offered");
    expect(outcome(await askView(gotosocial, gate, FAR, "ada@old.example"))).toBe("not-offered");
    expect(gate.asked).toEqual([]);
  });

  it("has peers where the admin opened them", async () => {
    const peers = "https://far.example/api/v1/instance/peers";
    expect(
      outcome(await askPeer(gotosocial, fakeGate({ [peers]: { body: ["snac.example"] } }), FAR, "snac.example")),
    ).toBe(true);
    expect(outcome(await askPeer(gotosocial, fakeGate({ [peers]: NO_TOKEN }), FAR, "snac.example"))).toBe(
      "needs-login",
    );
  });
});
