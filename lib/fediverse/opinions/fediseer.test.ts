import { expect, it } from "vitest";
import { fakeGate } from "#testing/fake-gate.ts";
import { askFediseer } from "./fediseer.ts";

const ABOUT = "https://fediseer.com/api/v1/censures/loud.example";
const asked = (status: number, body: unknown) =>
  askFediseer(fakeGate({ [ABOUT]: { status, body } }), "censures", "loud.example");

it("has heard nothing of a server that nobody registered there, by FediSeer's own words", async () => {
  const message = "No Instance found matching provided domain. Have you remembered to register it?";
  expect(await asked(404, { message })).toMatchObject({ known: true, value: [] });
});

it.each<[string, number, unknown]>([
  ["a page of a proxy", 404, "<h1>Not Found</h1>"],
  ["a path that is gone", 404, { message: "The requested URL was not found on the server." }],
  ["JSON of somebody else", 404, { error: "not found" }],
  ["nothing", 404, ""],
])("has no answer where a 404 is %s", async (_, status, body) => {
  expect(await asked(status, body)).toMatchObject({ known: false, gap: "bad-answer" });
});

it("tells who wrote, with a few of the reasons", async () => {
  const reasons = ["spam", "no replies", "more", "and more"];
  const body = { instances: [{ domain: "Strict.example", censure_reasons: reasons }, { domain: "" }], total: 2 };
  expect(await asked(200, body)).toMatchObject({
    value: [{ by: "strict.example", reasons: ["spam", "no replies", "more"] }],
  });
});
