import { describe, expect, it } from "vitest";
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
function resolved(old: (ask: Ask) => Reply, missed = 0) {
  const gate: Gate = {
    ask: async (ask) =>
      new URL(ask.url).hostname === "old.example"
        ? old(ask)
        : { ok: true, status: 404, url: ask.url, headers: {}, at: AT, body: "" },
  };
  return resolveOrWait({ gate, memory: testMemory(() => NOW), now: () => NOW } as unknown as CheckDeps, {
    ...row,
    cursor: { resolve: missed },
  });
}
const refused = (
  why: "paused" | "connect" | "timeout" | "our-fault" | "private-address" | "resolver",
  until?: string,
): Reply => ({
  ...{ ok: false, why, at: AT },
  ...defined({ until }),
});

const ACTOR = { id: "https://old.example/users/alice", type: "Person", preferredUsername: "alice" };
const shown = (url: string, body: unknown): Reply => ({
  ...{ ok: true, status: 200, url, headers: {}, at: AT },
  body: JSON.stringify(body),
});
/** WebFinger alone is there. */
const answered = (url: string): Reply =>
  url.includes("webfinger")
    ? shown(url, { subject: "acct:alice@old.example", links: [{ rel: "self", href: ACTOR.id }] })
    : { ok: true, status: 404, url, headers: {}, at: AT, body: "" };

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

describe("asks once more before it says anything", () => {
  const slow = { wait: { host: "old.example", until: "2026-11-20T12:01:01.000Z", why: "paused" }, missed: 1 };
  const facts = { facts: { old: { host: "old.example" } } };

  it("where the old server was late", async () => expect(await resolved(() => refused("timeout"))).toEqual(slow));

  it("where it is left alone for that by now, not before it may be asked again", async () => {
    let tries = 0;
    const found = await resolved(({ url }) => {
      if (url.includes("webfinger") || url.includes("nodeinfo")) return answered(url);
      return tries++ === 0 ? refused("timeout") : refused("paused", SOON);
    });
    expect(found).toEqual({ ...slow, wait: { ...slow.wait, until: SOON } });
  });

  it("where the actor alone was late", async () => {
    const found = await resolved(({ url }) => (url.endsWith("/users/alice") ? refused("timeout") : answered(url)));
    expect(found).toEqual(slow);
  });

  it("where the old server could not reach us, after as long as it then refuses us", async () =>
    expect(await resolved(({ url }) => (url.endsWith("/users/alice") ? refused("our-fault") : answered(url)))).toEqual({
      ...{ wait: { host: "old.example", until: SOON, why: "ours" }, missed: 1 },
    }));

  it("where our name servers did not answer, and says that it is ours", async () =>
    expect(await resolved(() => refused("resolver"))).toEqual({
      ...{ wait: { host: "old.example", until: SOON, why: "ours" }, missed: 1 },
    }));

  it.each(["timeout", "our-fault"] as const)("and no more than once: %s", async (why) =>
    expect(await resolved(() => refused(why), 1)).toMatchObject(facts),
  );

  it("but not where nobody is there", async () =>
    expect(await resolved(() => refused("connect"))).toMatchObject(facts));

  it("but not where something else than the account was late", async () =>
    expect(
      await resolved(({ url }) =>
        url.includes("nodeinfo")
          ? refused("timeout")
          : url.endsWith("/users/alice")
            ? shown(url, ACTOR)
            : answered(url),
      ),
    ).toMatchObject(facts));
});
