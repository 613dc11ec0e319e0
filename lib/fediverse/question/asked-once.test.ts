import { describe, expect, it } from "vitest";
import type { Ask } from "#lib/domain/ports/gate.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { askedOnce } from "./asked-once.ts";

const ACTOR: Ask = { url: "https://old.test/users/ada", own: true, accept: "application/activity+json", as: "text" };

describe("a document of the mover's own server", () => {
  it("is asked for once, also by two at the same time", async () => {
    const gate = fakeGate({ [ACTOR.url]: { body: "the actor" } });
    const once = askedOnce(gate);
    const [first, second] = await Promise.all([once.ask(ACTOR), once.ask(ACTOR)]);
    expect(await once.ask(ACTOR)).toMatchObject({ ok: true, body: "the actor" });
    expect(second).toBe(first);
    expect(gate.asked).toEqual([ACTOR.url]);
  });

  it.each([["timeout"], [{ status: 503 }], [{ status: 429 }]] as const)(
    "is asked for again after %o",
    async (failure) => {
      const gate = fakeGate({ [ACTOR.url]: failure });
      const once = askedOnce(gate);
      await once.ask(ACTOR);
      await once.ask(ACTOR);
      expect(gate.asked).toHaveLength(2);
    },
  );

  it("is asked for again by the next run", async () => {
    const gate = fakeGate({ [ACTOR.url]: { body: "the actor" } });
    await askedOnce(gate).ask(ACTOR);
    await askedOnce(gate).ask(ACTOR);
    expect(gate.asked).toHaveLength(2);
  });
});

it.each<[string, Partial<Ask>]>([
  ["another server's document", { own: false }],
  ["a page of a list", { paged: true }],
  ["a list", { size: "list" }],
  ["what has to be asked anew", { anew: true }],
  ["what is sent", { method: "POST", body: {} }],
])("%s is asked for as often as somebody asks", async (_, more) => {
  const gate = fakeGate({});
  const once = askedOnce(gate);
  await once.ask({ ...ACTOR, ...more });
  await once.ask({ ...ACTOR, ...more });
  expect(gate.asked).toHaveLength(2);
});
