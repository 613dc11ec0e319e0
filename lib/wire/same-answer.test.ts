import { afterAll, beforeAll, expect, it } from "vitest";
import { type Share, shared } from "#testing/signin/looks.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";

/** What the new server publishes about four servers, and one that is no more. */
const PUBLISHED: Scenario = {
  name: "published",
  about: "The new server publishes whom it suspends and whom it limits; one server deletes itself.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: {
    "new.test": { list: "public", blocks: { "shut.test": "suspend", "held.test": "silence" } },
    "near.test": { list: "public" },
    "shut.test": { list: "public" },
    "held.test": { list: "public" },
    "deaf.test": { list: "public", blocks: { "new.test": "suspend" } },
    "closing.test": { version: "4.3.23", fault: "self-destructs" },
  },
  followers: {
    "near.test": ["nils", { user: "nele", blocksNew: true }],
    "shut.test": ["sue"],
    "held.test": ["hal"],
    "deaf.test": ["dan"],
    "closing.test": ["carl", "cora"],
  },
  script: [{ do: "snapshot" }, { do: "move" }],
};

let house: TestApp;
let share: Share;
beforeAll(async () => {
  house = await openTestApp(PUBLISHED);
  share = await shared(house);
});
afterAll(() => house.close());

it.each([
  ["near.test", "works"],
  ["held.test", "waits"],
  ["shut.test", "blocked"],
  ["deaf.test", "blocked"],
  ["closing.test", "gone"],
])("the owner and the page for followers hear the same of %s: %s", async (host, reach) => {
  const report = await house.app.checks.report(share.id, share.key, { followers: "inline" });
  const found = await house.app.shares.lookup(share.token, host);
  expect([report?.servers.find((server) => server.host === host)?.reach, found?.ok && found.answer.reach]).toEqual([
    reach,
    reach,
  ]);
});
