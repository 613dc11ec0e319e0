import { expect, test } from "vitest";
import type { Ledger, Want } from "#lib/domain/ports/ports.ts";
import { memoryLedger } from "./ledger.ts";
import { permitBlocks } from "./permits.ts";

const START = Date.UTC(2026, 10, 20, 12);
const at = (seconds: number) => new Date(START + seconds * 1000);
const CALL = { paged: false, single: false };

function noted() {
  const ledger = memoryLedger();
  const wants: Want[] = [];
  const noting: Ledger = {
    ...ledger,
    take(host, want, now) {
      wants.push(want);
      return ledger.take(host, want, now);
    },
  };
  return { permits: permitBlocks(noting), ledger, wants };
}

test("five questions are one step in the ledger", async () => {
  const { permits, wants } = noted();
  for (let n = 0; n < 6; n++) expect((await permits.take("far.example", CALL, at(n))).ok).toBe(true);
  expect(wants).toEqual(Array(2).fill({ paged: false, permits: 5 }));
});

test("pages and single questions are counted one by one", async () => {
  const { permits, wants } = noted();
  await permits.take("far.example", { ...CALL, single: true }, at(0));
  await permits.take("far.example", { paged: true, single: false, pagesLeft: 3 }, at(0));
  expect(wants).toEqual([
    { paged: false, permits: 1 },
    { paged: true, permits: 1, pagesLeft: 3 },
  ]);
});

test("blocks taken at the same time add up", async () => {
  const { permits, wants } = noted();
  await Promise.all([permits.take("far.example", CALL, at(0)), permits.take("far.example", CALL, at(0))]);
  for (let n = 0; n < 8; n++) await permits.take("far.example", CALL, at(1));
  expect(wants).toHaveLength(2);
});

test("a block ends with its window", async () => {
  const { permits, wants } = noted();
  await permits.take("far.example", CALL, at(299));
  await permits.take("far.example", CALL, at(300));
  expect(wants).toHaveLength(2);
});

test("a block that is dropped is not used: the ledger may know of a pause", async () => {
  const { permits, ledger } = noted();
  await permits.take("far.example", CALL, at(0));
  await ledger.failed("far.example", "timeout", at(1));
  permits.drop("far.example");
  expect(await permits.take("far.example", CALL, at(2))).toMatchObject({ ok: false, why: "paused" });
});

test("hosts have blocks of their own", async () => {
  const { permits, wants } = noted();
  await permits.take("far.example", CALL, at(0));
  await permits.take("other.example", CALL, at(0));
  expect(wants).toHaveLength(2);
});
