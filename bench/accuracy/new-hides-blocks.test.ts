import { expect, it } from "vitest";
import type { ScenarioName } from "#world/scenarios/index.ts";
import { runScenario } from "./run-scenario.ts";

const PATIENCE_MS = 120_000;

/** What is said of each, and where he stands. */
async function told(name: ScenarioName) {
  const { report } = await runScenario(name, true);
  return Object.fromEntries((report.followers ?? []).map(({ acct, position, cause }) => [acct, [position, cause]]));
}

it("a new server that hides whom it blocks keeps nothing open of those whom the move left behind", {
  timeout: PATIENCE_MS,
}, async () => {
  expect(await told("new-server-hides-blocks")).toMatchObject({
    "quinn@quiet.test": ["old-only", "notice-lost"],
    "nils@near.test": ["here", "here"],
    "fred@far.test": ["neither", "unknown"],
  });
});

it("one in secure mode may have kept them from reading the new account", { timeout: PATIENCE_MS }, async () => {
  expect(await told("new-server-hides-itself")).toMatchObject({
    "quinn@quiet.test": ["old-only", "unknown"],
    "nils@near.test": ["here", "here"],
    "fred@far.test": ["old-only", "unknown"],
  });
});

it("nor could they where it talks to named servers alone", { timeout: PATIENCE_MS }, async () => {
  expect(await told("new-server-is-closed")).toMatchObject({
    "fred@far.test": ["old-only", "closed-federation"],
    "nils@near.test": ["here", "here"],
    "nele@near.test": ["old-only", "ghost"],
  });
});
