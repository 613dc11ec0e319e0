import { expect, it } from "vitest";
import { isConnectionLost } from "./connection-lost.ts";

const coded = (code: string) => Object.assign(new Error("it failed"), { code });

it.each([
  ["a closed port", coded("ECONNREFUSED"), true],
  ["a name of two addresses, both closed", new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")]), true],
  ["a server that ends", new Error("Failed query", { cause: coded("57P01") }), true],
  ["too many connections", coded("53300"), true],
  ["a connection cut off", new Error("Failed query", { cause: new Error("Connection terminated unexpectedly") }), true],
  ["a full disk under PostgreSQL", new Error("Failed query", { cause: coded("53100") }), true],
  ["a full disk under the embedded database", new Error("could not write: No space left on device"), true],
  ["a disk that cannot be written", coded("EROFS"), true],
  ["a mistake in a statement", new Error("Failed query", { cause: coded("42601") }), false],
  ["a mistake of ours", new TypeError("x is not a function"), false],
  ["no error", "ECONNREFUSED", false],
])("%s", (_, error, away) => expect(isConnectionLost(error)).toBe(away));
