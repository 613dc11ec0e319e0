import { describe, expect, it } from "vitest";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { check, is, NOW, OLD as SIDE, server, TARGET } from "#testing/sample.ts";
import { earlierHomes } from "../earlier-answers.ts";
import { answer } from "./answer.ts";
import type { Asking } from "./visit.ts";

const OLD = { host: "old.example", webHost: "old.example" };

/** A server, what it answers, and the check of which it is asked. */
function asking(software: string, at: Asking["server"], answers: Answers, facts: CheckFacts) {
  const gate = fakeGate(answers);
  const one: Asking = {
    deps: { gate, memory: undefined as never, now: () => new Date(NOW) },
    ...{ check: facts, adapter: adapterFor({ name: software }), server: at, ...earlierHomes([], undefined) },
    ...{
      over: new AbortController().signal,
      most: 10,
      singles: new Map(),
      either: new Set(),
      askedByKey: new Set(),
      toldByApi: new Map(),
    },
  };
  return { one, gate };
}

describe("the old account's own server", () => {
  const account = is({ acct: "alice@old.example", id: "7", followers: 4, movedTo: "alice@new.example" });
  const facts = check({ old: { ...SIDE, account } });

  it("is not asked again what its account and its list said", async () => {
    const { one, gate } = asking("mastodon", OLD, {}, facts);
    const first = server("mastodon");
    const seen = (await answer(one, first, { question: { ask: "sight", about: "old" }, left: 5 }))(first);
    expect(seen.onOld.sight).toMatchObject({
      value: { seen: "known", id: "7", followers: 4, moved: "alice@new.example" },
    });
    for (const ask of ["view", "peer", "stance"] as const) {
      const put = await answer(one, first, { question: { ask, about: "old" }, left: 5 });
      expect(put(first).onOld[ask === "stance" ? "list" : ask]).toEqual({ known: false, gap: "not-asked" });
    }
    expect(gate.asked).toEqual([]);
  });
});

describe("a GoToSocial's list of allows", () => {
  const BIRCH = { host: "birch.example", webHost: "birch.example" };
  const url = "https://birch.example/api/v1/instance/domain_allows";
  const ask = async (reply: Answers[string]) => {
    const { one } = asking("gotosocial", BIRCH, { [url]: reply }, check());
    const first = server("gotosocial");
    const { onOld, onTarget } = (await answer(one, first, { question: { ask: "allow" }, left: 5 }))(first);
    return [onOld.allow, onTarget[TARGET]?.allow].map((fact) => (fact?.known ? fact.value : fact?.gap));
  };

  it("names a server, or one above it, or does not", async () => {
    expect(await ask({ body: [{ domain: "old.example" }] })).toEqual([true, false]);
    expect(await ask({ body: [] })).toEqual([false, false]);
  });

  it("is a gap where it is not shown", async () => {
    expect(await ask({ status: 401, body: { error: "Unauthorized" } })).toEqual(["needs-login", "needs-login"]);
  });
});
