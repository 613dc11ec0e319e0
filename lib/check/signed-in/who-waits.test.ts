import { expect, it } from "vitest";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { CheckDeps } from "../state/deps.ts";
import { readWhoWaits, waysIn } from "./who-waits.ts";

type Offer = { readonly host: string; readonly why?: string };
const offer: Offer = { host: "new.example" };

it.each([
  ["signing in can do it", offer, { offer, byHand: null }],
  ["the software lets no app do it", "by-hand-alone", { offer: null, byHand: "by-hand-alone" }],
  ["signing in is switched off", null, { offer: null, byHand: "off" }],
  ["nobody is sent there", { ...offer, why: "closed-after-move" }, { offer: null, byHand: "closed-after-move" }],
] as const)("says how they can be let in: %s", (_, way, told) => {
  expect(waysIn<Offer>(way)).toEqual(told);
});

it("names nobody before anything is known of the accounts, and does not look", async () => {
  const store = new Proxy({}, { get: () => expect.fail("it looked") });
  const row = { id: "c", facts: null, proof: { state: "off" } } as unknown as CheckRow;
  expect(await readWhoWaits({ store } as unknown as CheckDeps, row, offer, "")).toMatchObject({ people: [], total: 0 });
});
