import { expect, test } from "vitest";
import { AT } from "#testing/share.ts";
import { overStores } from "#testing/store/stores.ts";
import { createCheck } from "./checks.ts";
import { deleteCheck } from "./delete-check.ts";
import {
  changeShare,
  confirmShare,
  deleteShare,
  readShare,
  type ShareRow,
  saveShare,
  shareOfCheck,
  sharesAskedBefore,
} from "./shares.ts";

const LATER = "2026-11-25T00:00:00.000Z";
const account = (host: string) => ({ acct: `maria@${host}`, host, webHost: host });
const row = (tokenHash: string, checkId: string, askedAt = AT): ShareRow => ({
  tokenHash,
  checkId,
  accts: ["maria@oldtown.example", "maria@newharbour.example"],
  data: {
    nonce: "n",
    old: account("oldtown.example"),
    new: account("newharbour.example"),
    counts: { before: 1240, newList: 1010, missing: 437, missingIs: "at-least" },
    confirmation: { oldPointsToNew: "yes", newNamesOld: "yes", at: askedAt },
  },
  createdAt: new Date(AT),
  numbersUntil: new Date("2026-12-20T12:00:00.000Z"),
  showsMissing: false,
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

  test("pages come back as they were saved, by address and by check", async () => {
    await check("one");
    await saveShare(store(), row("a", "one"));
    expect(await readShare(store(), "a")).toEqual(row("a", "one"));
    expect(await shareOfCheck(store(), "one")).toEqual(row("a", "one"));
    expect(await readShare(store(), "b")).toBe(undefined);
    expect(await shareOfCheck(store(), "two")).toBe(undefined);
  });

  test("a page saved again is changed, not doubled", async () => {
    await check("again");
    await saveShare(store(), row("c", "again"));
    const later = { ...row("c", "again", LATER), numbersUntil: new Date("2027-01-01T00:00:00.000Z") };
    await saveShare(store(), later);
    expect(await shareOfCheck(store(), "again")).toEqual(later);
    await deleteShare(store(), "c");
    expect(await shareOfCheck(store(), "again")).toBe(undefined);
  });

  test("a page removed meanwhile stays removed, whatever was found out about it", async () => {
    await check("removed");
    const read = row("e", "removed");
    await saveShare(store(), read);
    await deleteShare(store(), "e");
    await confirmShare(store(), read, { ...read.data.confirmation, at: LATER });
    await changeShare(store(), "e", read.data);
    expect(await readShare(store(), "e")).toBe(undefined);
  });

  test("a page that is asked about keeps what changed meanwhile, and the newer answer", async () => {
    await check("changed");
    const read = row("f", "changed");
    const { counts: _, ...withoutCounts } = read.data;
    const numbersUntil = new Date("2027-01-01T00:00:00.000Z");
    await saveShare(store(), { ...read, numbersUntil, data: withoutCounts });
    const confirmation = { ...read.data.confirmation, at: LATER };
    await confirmShare(store(), read, confirmation);
    await confirmShare(store(), read, { ...confirmation, newNamesOld: "no" });
    await changeShare(store(), "f", { nonce: "other" });
    const kept = await readShare(store(), "f");
    expect(kept).toEqual({ ...read, numbersUntil, data: { ...withoutCounts, nonce: "other", confirmation } });
  });

  test("pages are asked about in the order in which they wait", async () => {
    await check("wait");
    const days = ["03", "01", "02", "09"].map((day) => row(day, "wait", `2025-01-${day}T00:00:00.000Z`));
    for (const each of days) await saveShare(store(), each);
    const due = await sharesAskedBefore(store(), "2025-01-05T00:00:00.000Z", 2);
    expect(due.map(({ tokenHash }) => tokenHash)).toEqual(["01", "02"]);
  });

  test("pages go with a check that its owner deletes", async () => {
    await check("gone");
    await saveShare(store(), row("d", "gone"));
    await deleteCheck(store(), "gone");
    expect(await readShare(store(), "d")).toBe(undefined);
  });
});
