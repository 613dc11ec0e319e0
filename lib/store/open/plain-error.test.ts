import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { overStores } from "#testing/store/stores.ts";
import { plainError } from "./plain-error.ts";

overStores((store) => {
  test("an error of the database keeps what it said, and no value", async () => {
    const failing = store().db.execute(sql`select ${"bo@far.example"}::jsonb`);
    const error = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(inspect(error, { depth: 9 })).toContain("bo@far.example");
    const plain = plainError(error);
    expect(inspect(plain, { depth: 9, showHidden: true })).not.toContain("bo@far");
    expect(plain.message).toMatch(/invalid input syntax for type json \(22P02\)$/);
    expect(plain.stack).toContain("at ");
  });
});

test("other errors stay what they are", () => {
  expect(plainError(new TypeError("a bug")).message).toBe("a bug");
  expect(plainError("thrown text").message).toBe("thrown text");
});
