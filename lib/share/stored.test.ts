import { describe, expect, test } from "vitest";
import { createCheck, deleteCheck } from "#lib/store/checks.ts";
import { overStores } from "#lib/store/test-stores.ts";
import type { ShareRow } from "./port.ts";
import { storedShares } from "./stored.ts";
import { AT } from "./test-share.ts";
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

    test("have no source before the check has facts", async () => {
      await check("young");
      expect(await storedShares(store()).source("young")).toBeNull();
      expect(await storedShares(store()).source("never")).toBeNull();
    });
  });
});
