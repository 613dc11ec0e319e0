import { describe, expect, test } from "vitest";
import { createCheck, patchCheck } from "#lib/store/check/checks.ts";
import { deleteCheck } from "#lib/store/check/delete-check.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { openMemory } from "#lib/store/memory/memory.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { AT, counts, facts } from "#testing/share.ts";
import { overStores } from "#testing/store/stores.ts";
import type { ShareRow } from "./port.ts";
import { makeShares } from "./service.ts";
import { storedShares } from "./stored.ts";
import { hashToken } from "./token.ts";

const account = (host: string) => ({ acct: `maria@${host}`, host, webHost: host });
const row = (token: string, checkId: string, askedAt = AT): ShareRow => ({
  tokenHash: hashToken(token),
  checkId,
  accts: ["maria@oldtown.example", "maria@newharbour.example"],
  data: {
    nonce: "n",
    old: account("oldtown.example"),
    new: account("newharbour.example"),
    counts: { before: 1240, newList: 1010, missing: 437, missingIs: "at-least" },
    confirmation: { oldPointsToNew: "yes", newNamesOld: "yes", at: askedAt },
  },
  createdAt: AT,
  numbersUntil: "2026-12-20T12:00:00.000Z",
});

overStores((store) => {
  const check = (id: string) =>
    createCheck(store(), {
      id,
      keyHash: "hash",
      mode: "moved",
      old: "maria@oldtown.example",
      targets: [],
      proof: { state: "proven" },
      createdAt: new Date(AT),
      expiresAt: new Date("2026-12-20T12:00:00.000Z"),
    });

  describe("shares as rows", () => {
    test("come back as they were saved, by address and by check", async () => {
      await check("one");
      const shares = storedShares(store());
      await shares.save(row("a", "one"));
      expect(await shares.ofToken(hashToken("a"))).toEqual(row("a", "one"));
      expect(await shares.ofCheck("one")).toEqual(row("a", "one"));
      expect(await shares.ofToken(hashToken("b"))).toBeNull();
      expect(await shares.ofCheck("two")).toBeNull();
    });

    test("saved again are changed, not doubled", async () => {
      await check("again");
      const shares = storedShares(store());
      await shares.save(row("c", "again"));
      const later = { ...row("c", "again", "2026-11-25T00:00:00.000Z"), numbersUntil: "2027-01-01T00:00:00.000Z" };
      await shares.save(later);
      expect(await shares.ofCheck("again")).toEqual(later);
      await shares.remove(hashToken("c"));
      expect(await shares.ofCheck("again")).toBeNull();
    });

    test("removed meanwhile stay removed, whatever was found out about them", async () => {
      await check("removed");
      const shares = storedShares(store());
      const read = row("e", "removed");
      await shares.save(read);
      await shares.remove(read.tokenHash);
      await shares.confirm(read, { ...read.data.confirmation, at: "2026-11-25T00:00:00.000Z" });
      await shares.refresh(read.tokenHash, read.data);
      expect(await shares.ofToken(read.tokenHash)).toBeNull();
    });

    test("asked about keep what changed meanwhile, and the newer answer", async () => {
      await check("changed");
      const shares = storedShares(store());
      const read = row("f", "changed");
      await shares.save({ ...read, numbersUntil: "2027-01-01T00:00:00.000Z", data: { ...read.data, counts: null } });
      const later = { ...read.data.confirmation, at: "2026-11-25T00:00:00.000Z" };
      await shares.confirm(read, later);
      await shares.confirm(read, { ...later, newNamesOld: "no" });
      expect(await shares.ofToken(read.tokenHash)).toMatchObject({
        numbersUntil: "2027-01-01T00:00:00.000Z",
        data: { counts: null, confirmation: later },
      });
      const { counts: _, ...rest } = read.data;
      await shares.refresh(read.tokenHash, rest);
      expect((await shares.ofToken(read.tokenHash))?.data.counts).toBeNull();
    });

    test("are asked about in the order in which they wait", async () => {
      await check("wait");
      const shares = storedShares(store());
      const days = ["03", "01", "02", "09"].map((day) => row(day, "wait", `2025-01-${day}T00:00:00.000Z`));
      for (const each of days) await shares.save(each);
      const due = await shares.unconfirmedSince("2025-01-05T00:00:00.000Z", 2);
      expect(due.map(({ tokenHash }) => tokenHash)).toEqual([hashToken("01"), hashToken("02")]);
    });

    test("go with a check that its owner deletes", async () => {
      await check("gone");
      const shares = storedShares(store());
      await shares.save(row("d", "gone"));
      await deleteCheck(store(), "gone");
      expect(await shares.ofToken(hashToken("d"))).toBeNull();
    });

    test("a page lives in them from its making on, and its look-ups in a cache of their own", async () => {
      await check("whole");
      const now = () => new Date(AT);
      const filled = { facts: facts(), counts: counts() };
      await asOwner(store(), "whole", now(), (on) => patchCheck(on, filled));
      const memory = openMemory(store(), now, "shareAsks");
      const gate = fakeGate({
        "https://far.example/.well-known/webfinger?resource=https%3A%2F%2Ffar.example": {
          body: {
            subject: "acct:far.example@far.example",
            links: [{ rel: "http://ostatus.org/schema/1.0/subscribe", template: "https://far.example/f?u={uri}" }],
          },
        },
      });
      const open = () =>
        makeShares({
          store: storedShares(store()),
          ...{ gate, memory, now, secret: "s", publicUrl: "https://housewarming.example" },
        });
      const made = await open().create("whole", 30);
      if (!made?.ok) throw new Error(`not made: ${JSON.stringify(made)}`);
      expect((await open().publicView(made.token))?.counts).toEqual({ newList: 1010 });

      const first = await open().lookup(made.token, "far.example");
      const asked = gate.asked.length;
      expect(first).toMatchObject({ answer: { follow: { kind: "link", via: "subscribe", host: "far.example" } } });
      expect(await open().lookup(made.token, "far.example"), "what was kept says the same").toEqual(first);
      expect(gate.asked).toHaveLength(asked);
      expect(await openMemory(store(), now).peek("far.example/share/finger")).toBeUndefined();
    });

    test("have no source before the check has facts", async () => {
      await check("young");
      expect(await storedShares(store()).source("young")).toBeNull();
      expect(await storedShares(store()).source("never")).toBeNull();
    });
  });
});
