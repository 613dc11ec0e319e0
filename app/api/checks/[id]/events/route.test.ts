import { afterEach, beforeEach, expect, it } from "vitest";
import { GET } from "./route.ts";

const KEPT = Symbol.for("housewarming.app");
const kept = globalThis as { [KEPT]?: unknown };
let seen: number[];

/** Tells one thing and then waits, as a check does that is at work. */
async function* watch(_: string, since: number) {
  seen.push(since);
  yield { event: "counts", rev: since, data: null };
  await new Promise(() => undefined);
}

beforeEach(() => {
  seen = [];
  kept[KEPT] = Promise.resolve({ checks: { opens: async () => true }, closing: new AbortController().signal, watch });
});
afterEach(() => {
  delete kept[KEPT];
});

const ask = (method: string, headers: Record<string, string> = {}) =>
  GET(new Request("http://localhost/api/checks/a/events", { method, headers }), {
    params: Promise.resolve({ id: "a" }),
  });

it("watches nothing for who asks for the head alone", async () => {
  const answer = await ask("HEAD");
  expect([answer.headers.get("content-type"), answer.body, seen]).toEqual(["text/event-stream", null, []]);
});

it.each([
  ["7", 7],
  ["-1", 0],
  ["1e999", 0],
  ["soon", 0],
])("goes on from %s with the changes since %i", async (id, since) => {
  const answer = await ask("GET", { "last-event-id": id });
  const first = await answer.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe(`event: counts\nid: ${since}\ndata: null\n\n`);
  expect(seen).toEqual([since]);
});
