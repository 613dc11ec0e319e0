import { expect, it } from "vitest";
import type { Ask, Gate, Reply } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { testMemory } from "#testing/memory.ts";
import type { CheckDeps } from "../state/deps.ts";
import { resolveOrWait } from "./resolve-or-wait.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const AT = NOW.toISOString();
const SOON = "2026-11-20T12:05:00.000Z";
const row = {
  mode: "moved",
  old: "alice@old.example",
  targets: ["alice@new.example"],
  input: {},
} as unknown as CheckRow;

/** The new server answers that it knows nothing; the old one as told. */
function resolved(old: (ask: Ask) => Reply) {
  const gate: Gate = {
    ask: async (ask) =>
      new URL(ask.url).hostname === "old.example"
        ? old(ask)
        : { ok: true, status: 404, url: ask.url, headers: {}, at: AT, body: "" },
  };
  return resolveOrWait({ gate, memory: testMemory(() => NOW), now: () => NOW } as unknown as CheckDeps, row);
}
const refused = (why: "paused" | "connect" | "private-address", until?: string): Reply => ({
  ...{ ok: false, why, at: AT },
  ...defined({ until }),
});

it("waits as long as the old server is left alone, where that is soon over", async () =>
  expect(await resolved(() => refused("paused", SOON))).toEqual({
    wait: { host: "old.example", until: SOON, why: "paused" },
  }));

it("looks again in an hour where the old server is left alone for longer, and says nothing about it before", async () =>
  expect(await resolved(() => refused("paused"))).toEqual({
    wait: { host: "old.example", until: "2026-11-20T13:00:00.000Z", why: "paused" },
  }));

it("says of a server that it is silent once it was tried, though it is paused for that", async () => {
  let tries = 0;
  const found = await resolved(() => refused(tries++ === 0 ? "connect" : "paused"));
  expect(found).toMatchObject({ facts: { old: { host: "old.example" } } });
});

it("does not wait for a server that can never be asked", async () =>
  expect(await resolved(() => refused("private-address"))).toMatchObject({ facts: { old: { host: "old.example" } } }));
