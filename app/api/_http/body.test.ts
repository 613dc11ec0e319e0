import { expect, it } from "vitest";
import { z } from "zod";
import { MoreInput } from "#lib/contract/check-input.ts";
import { LARGE, readForm, readJson } from "./body.ts";

const sent = (type: string, body: string) =>
  new Request("http://localhost/", { method: "POST", headers: { "content-type": type }, body });

it.each(['{"a":"x\\u0000y\\ud800"}', '{"a":"x\\ufffdy\\ufffd"}'])(
  "marks in %s what no database takes",
  async (text) => {
    const read = await readJson(sent("application/json", text), z.object({ a: z.string() }));
    expect(read).toEqual({ ok: true, value: { a: "x\ufffdy\ufffd" } });
  },
);

it("reads a form the same way", async () => {
  const read = await readForm(sent("application/x-www-form-urlencoded", "a=x%00y&b=+"));
  expect(read).toEqual({ ok: true, value: { a: "x\ufffdy" } });
});

const listed = (handles: readonly unknown[], more = {}) =>
  readJson(sent("application/json", JSON.stringify({ before: { kind: "list", handles }, ...more })), MoreInput, LARGE);
const people = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@far.example`);
const fieldsOf = async (read: ReturnType<typeof listed>) => {
  const given = await read;
  return given.ok ? undefined : [given.response.status, ((await given.response.json()) as { fields?: unknown }).fields];
};

it("reads a long list as it reads a short one", async () => {
  const handles = [...people(20_000), "x\u0000y"];
  const read = await listed(handles, { other: 1 });
  expect(read).toEqual({ ok: true, value: { before: { kind: "list", handles: [...people(20_000), "x\ufffdy"] } } });
});

it("says which line of a long list is wrong first, and what else is", async () => {
  const odd = [...people(1_500), 5, 6, 7];
  expect(await fieldsOf(listed(odd))).toEqual([422, { "before.handles.1500": "other" }]);
  expect(await fieldsOf(listed([...people(1_500), "x".repeat(501)]))).toEqual([
    422,
    { "before.handles.1500": "too-long" },
  ]);
  expect(await fieldsOf(listed(people(1_500), { movedAt: "then" }))).toEqual([422, { movedAt: "date" }]);
  expect(await fieldsOf(listed(people(200_001)))).toEqual([422, { "before.handles": "too-many" }]);
});

it("makes no error of each of a million things that nobody asked for", async () => {
  expect(await fieldsOf(listed(Array.from({ length: 1_000_000 }, () => 5)))).toEqual([413, undefined]);
  const form = await readForm(sent("application/x-www-form-urlencoded", "a=b&".repeat(1_000_000)), LARGE);
  expect(form.ok ? "" : form.response.status).toBe(413);
});
