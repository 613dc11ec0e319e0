import { expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { gap } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { testMemory } from "#testing/memory.ts";
import { check, is, NOW, person, server } from "#testing/sample.ts";
import { askInOrder } from "./ask-in-order.ts";
import type { Asking } from "./visit.ts";

const BO = person("bo");
const ENOUGH_TURNS = 20;

/** A Mastodon that heard of the move, of which so many requests have been spent. */
async function ask(people: readonly Person[], spent: number) {
  const asked: string[] = [];
  const gate: Gate = {
    async ask({ url }) {
      asked.push(new URL(url).pathname);
      return { ok: true, status: 404, url, headers: {}, at: NOW, body: JSON.stringify({ error: "Record not found" }) };
    },
  };
  const singles: Asking["singles"] = new Map();
  const asking = {
    deps: { gate, memory: testMemory(() => new Date(NOW)), now: () => new Date(NOW) },
    check: check(),
    adapter: adapterFor({ name: "mastodon" }),
  };
  const where = {
    server: { host: "far.example", webHost: "far.example" },
    over: new AbortController().signal,
    most: 10,
  };
  let turns = 0;
  const now = async (): Promise<Asking> => {
    if (++turns > ENOUGH_TURNS) throw new Error("There is no end of it.");
    return { ...asking, ...where, people, again: [], singles } as unknown as Asking;
  };
  const first: ServerFacts = server("mastodon", {
    onOld: { sight: is({ seen: "known", moved: "alice@new.example" }) },
  });
  const visit = { lists: () => "ended" as const, listsRead: async () => undefined, nameless: NOBODY };
  const facts = await askInOrder(now, first, visit, () => spent + asked.length);
  return { facts, asked, single: singles.get(BO.acct) };
}

const NOBODY = { around: async () => [], handles: async () => [], give: async () => undefined };

it("goes on without one account where too little is left to ask for it", async () => {
  const { single, asked, facts } = await ask([BO], 9);
  expect(single).toEqual(gap("over-budget"));
  expect(asked).not.toContain("/.well-known/webfinger");
  expect(facts.onOld.view?.known).toBe(false);
});

it("asks for it where enough is left", async () => {
  const { single } = await ask([BO], 4);
  expect(single).toMatchObject({ known: false, gap: "never-met" });
});
