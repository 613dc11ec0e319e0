import { expect, it } from "vitest";
import { stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { readDataset } from "./fires.ts";

const [ABOUT, SNAPSHOT] = ["https://fires.example/datasets/dni-list", "https://fires.example/datasets/7/snapshot"];
/** As the protocol's reference has it (data model, datasets), and its reference server answers. */
const DATASET = {
  "@context": ["https://www.w3.org/ns/activitystreams", "https://fires.fedimod.org/context/fires.jsonld"],
  id: "https://fires.example/datasets/7",
  url: ABOUT,
  type: "Dataset",
  name: "DNI List",
  published: "2026-01-07T10:00:00Z",
  endpoints: { changes: "https://fires.example/datasets/7/changes", snapshot: SNAPSHOT },
};
const change = (type: string, key: string, more: object = {}) => ({
  id: `https://fires.example/datasets/7/changes/${key}`,
  ...{ type, published: "2026-01-08T10:00:00Z", entityKind: "domain", entityKey: key, labels: [] },
  ...more,
});
const advises = (key: string, recommendedPolicy?: string) =>
  change("Recommendation", key, { recommendedPolicy, recommendedFilters: [] });
const snapshot = (items: readonly object[], more: object = {}) => ({
  ...{ id: SNAPSHOT, type: "OrderedCollection", summary: "Snapshot", dataset: DATASET.id },
  ...{ totalItems: items.length, items },
  ...more,
});

async function read(items: readonly object[], more: object = {}, about: object = DATASET) {
  const gate = fakeGate({ [ABOUT]: { body: about }, [SNAPSHOT]: { body: snapshot(items, more) } });
  return { gate, fact: await readDataset(gate, ABOUT) };
}
const wordsOf = async (host: string, items: readonly object[]) => {
  const { fact } = await read(items);
  if (!fact.known) throw new Error(`unread: ${fact.gap}`);
  const { inbound, limited } = stanceOn(fact.value.list, namedHost(host));
  const warned = stanceOn(fact.value.warns, namedHost(host)).inbound === "blocked";
  return [inbound === "blocked" && "block", limited && "limit", warned && "warn"].filter(Boolean).join(" ");
};

it.each<[string, object, string]>([
  ["drop", advises("loud.example", "drop"), "block"],
  ["reject", advises("loud.example", "reject"), "block"],
  ["filter", advises("loud.example", "filter"), "limit"],
  ["accept", advises("loud.example", "accept"), ""],
  ["no policy", advises("loud.example"), ""],
  ["a policy of tomorrow", advises("loud.example", "ponder"), ""],
  ["an early notice", change("Advisory", "loud.example"), "warn"],
  ["a word that was taken back", change("Retraction", "loud.example"), ""],
  [
    "a person of that name",
    change("Recommendation", "loud.example", { entityKind: "actor", recommendedPolicy: "drop" }),
    "",
  ],
  ["another server", advises("other.example", "drop"), ""],
])("reads what a dataset recommends: %s", async (_, item, says) => {
  expect(await wordsOf("loud.example", [item])).toBe(says);
});

it("means servers below a name too, as block lists of Mastodon do", async () => {
  expect(await wordsOf("social.loud.example", [advises("loud.example", "drop")])).toBe("block");
});

it("takes the newest word about a server, which stands first", async () => {
  const items = [change("Retraction", "loud.example"), advises("loud.example", "drop")];
  expect(await wordsOf("loud.example", items)).toBe("");
});

it("reads the fields of older servers, which have underscores", async () => {
  const old = { type: "Recommendation", entity_kind: "domain", entity_key: "loud.example", recommended_policy: "drop" };
  expect(await wordsOf("loud.example", [old])).toBe("block");
});

it("asks for JSON-LD, and names no server to anybody", async () => {
  const { gate, fact } = await read([advises("loud.example", "drop")]);
  expect(gate.asked).toEqual([ABOUT, SNAPSHOT]);
  expect(gate.asks.map(({ accept }) => accept?.split(",")[0])).toEqual(Array(2).fill("application/ld+json"));
  expect(fact).toMatchObject({ known: true, value: { name: "DNI List" } });
  expect(JSON.stringify(fact)).not.toContain("loud.example");
});

it("is whole only where everything came", async () => {
  const wholeness = async (more: object) => {
    const { fact } = await read([advises("loud.example", "drop")], more);
    return fact.known && fact.value.list.whole;
  };
  expect(await wholeness({})).toBe(true);
  expect(await wholeness({ totalItems: 2 })).toBe(false);
});

it.each<[string, object]>([
  ["a page for people", { type: "WebPage" }],
  ["one whose snapshot lies on another server", { ...DATASET, endpoints: { snapshot: "https://else.example/s" } }],
  ["one whose snapshot is not encrypted", { ...DATASET, endpoints: { snapshot: "http://fires.example/s" } }],
  ["one without a snapshot", { ...DATASET, endpoints: {} }],
])("reads nothing of %s", async (_, about) => {
  const { fact } = await read([], {}, about);
  expect(fact).toMatchObject({ known: false, gap: "bad-answer" });
});

it("keeps no signs that nobody sees in the name of a dataset", async () => {
  const { fact } = await read([], {}, { ...DATASET, name: " D\u202eNI\u0000 " });
  expect(fact).toMatchObject({ value: { name: "D NI" } });
});
