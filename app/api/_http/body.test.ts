import { expect, it } from "vitest";
import { z } from "zod";
import { readForm, readJson } from "./body.ts";

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
