import { describe, expect, it } from "vitest";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { testMemory } from "#testing/memory.ts";
import { is, NEW } from "#testing/sample.ts";
import type { CheckDeps } from "../state/deps.ts";
import { openMoversServer } from "./movers-servers.ts";

const API = "https://new.example/api/v1";
const LIST = `${API}/instance/domain_blocks`;
const PEERS = `${API}/instance/peers`;
const LOOKUP = `${API}/accounts/lookup?acct=bo%40far.example`;
const bo = { id: "7", username: "bo", acct: "bo@far.example", url: "https://far.example/@bo" };

/** NEW hides whom it blocks; its peers and one account of far.example are what can be seen. */
async function ask(answers: Answers, somebody?: string, name = "mastodon") {
  const gate = fakeGate({
    [PEERS]: { body: ["other.example"] },
    [LOOKUP]: { body: { ...bo, limited: true } },
    ...answers,
  });
  const deps = { gate, memory: testMemory(() => new Date()) } as unknown as CheckDeps;
  const home = await openMoversServer(deps, { ...NEW, software: is({ name, version: "4.6.5" }) });
  const { sight } = await home.about("far.example", somebody);
  const looked = gate.asked.filter((url) => url.includes("lookup")).length;
  return { looked, limited: sight?.known ? sight.value.limited : undefined };
}

describe("whether the new server limits one, where it hides its list", () => {
  it("is seen of one account from there", async () => {
    expect(await ask({}, "bo@far.example")).toEqual({ looked: 1, limited: true });
  });

  it.each<[string, Answers, string | undefined, string]>([
    ["stands among its peers", { [PEERS]: { body: ["far.example"] } }, "bo@far.example", "mastodon"],
    ["is decided by its list", { [LIST]: { body: [] } }, "bo@far.example", "mastodon"],
    ["has nobody who may wait", {}, undefined, "mastodon"],
    ["would be fetched anew by that software", {}, "bo@far.example", "misskey"],
    ["cannot be told from peers that are hidden", { [PEERS]: { status: 401 } }, "bo@far.example", "mastodon"],
  ])("is not asked of a server that %s", async (_, answers, somebody, name) => {
    expect(await ask(answers, somebody, name)).toEqual({ looked: 0, limited: undefined });
  });

  it("is asked of forty servers at the most", async () => {
    const gate = fakeGate({ [PEERS]: { body: ["other.example"] }, [LOOKUP]: { body: bo } });
    const deps = { gate, memory: testMemory(() => new Date()) } as unknown as CheckDeps;
    const home = await openMoversServer(deps, NEW);
    for (let n = 0; n < 50; n++) await home.about(`far${n}.example`, "bo@far.example");
    expect(gate.asked.filter((url) => url.includes("lookup"))).toHaveLength(40);
  });
});
