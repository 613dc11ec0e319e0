import { describe, expect, it } from "vitest";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { stancesFrom } from "#lib/fediverse/about/stances.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { testMemory } from "#testing/memory.ts";
import { rememberBlockList, rememberNodeInfo } from "./kept-answers.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const INDEX = "https://far.example/.well-known/nodeinfo";
const DOCUMENT = "https://far.example/nodeinfo/2.0";
const links = [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: DOCUMENT }];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A server that publishes in NodeInfo whom it rejects, or nothing where it says so. */
function meet(name: string) {
  const said = { reject: ["new.example"] as readonly string[] | null };
  let clock = Date.parse("2026-11-20T12:00:00.000Z");
  const document = () => ({
    software: { name, version: "3.16.0" },
    metadata: said.reject ? { federation: { exclusions: false, mrf_simple: { reject: said.reject } } } : {},
  });
  const gate = fakeGate({ [INDEX]: { body: { links } }, [DOCUMENT]: () => ({ body: document() }) });
  const memory = testMemory(() => new Date(clock));
  const look = async (notBefore?: Date) => {
    const asker = { gate, memory, ...defined({ notBefore }) };
    const before = gate.asked.length;
    const { fact } = await rememberNodeInfo(asker, FAR);
    const adapter = adapterFor(fact.known ? fact.value.software : undefined);
    const list = await rememberBlockList(asker, adapter, FAR);
    const stance = stancesFrom(list, [namedHost("new.example")])["new.example"];
    const asked = gate.asked.slice(before).filter((url) => url.includes("nodeinfo")).length;
    return { asked, inbound: stance?.known ? stance.value.inbound : stance?.gap };
  };
  const pass = (ms: number) => {
    clock += ms;
  };
  return { said, memory, look, pass, clock: () => new Date(clock) };
}

describe.each(["akkoma", "pleroma", "somethingnew"])("a list in the NodeInfo of %s", (name) => {
  it("is read with it, and kept without a name", async () => {
    const { look, memory } = meet(name);
    expect(await look()).toEqual({ asked: 2, inbound: "blocked" });
    expect(JSON.stringify([...memory.held])).not.toContain("new.example");
    expect(await look()).toEqual({ asked: 0, inbound: "blocked" });
  });

  it("is read again where a check is made again, NodeInfo's own answers or not", async () => {
    const { look, said, pass, clock } = meet(name);
    await look();
    said.reject = [];
    pass(HOUR);
    expect(await look()).toEqual({ asked: 0, inbound: "blocked" });
    expect(await look(new Date(clock().getTime() - HOUR / 6))).toEqual({ asked: 2, inbound: "open" });
  });

  it("is old after a day", async () => {
    const { look, said, pass } = meet(name);
    await look();
    said.reject = [];
    pass(5 * DAY);
    expect(await look()).toEqual({ asked: 2, inbound: "open" });
  });

  it("is not looked for twice where there is none", async () => {
    const { look, said, pass } = meet(name);
    said.reject = null;
    expect(await look()).toMatchObject({ asked: 2 });
    pass(HOUR);
    expect(await look()).toMatchObject({ asked: 0 });
  });
});
