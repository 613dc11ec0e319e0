import { describe, expect, it } from "vitest";
import { refusalOf, Stopped } from "./failure.ts";

const failure = (code: string, syscall?: string): Error => Object.assign(new Error(code), { code, syscall });

describe("a name that was looked up", () => {
  it.each(["ENOTFOUND", "ENODATA", "EBADNAME"])("does not exist where a name server says so: %s", (code) => {
    expect(refusalOf(failure(code, "queryA"))).toBe("dns");
    expect(refusalOf(failure(code, "getaddrinfo"))).toBe("dns");
  });

  it.each([
    ...(["ESERVFAIL", "EREFUSED", "ETIMEOUT", "EBADRESP", "EFORMERR", "ECONNREFUSED", "ECANCELLED"] as const),
    "EDESTRUCTION",
  ])("says nothing where no name server answers: %s", (code) =>
    expect(refusalOf(failure(code, "queryAaaa"))).toBe("resolver"),
  );

  it.each(["EAI_AGAIN", "EAI_FAIL", "EAI_MEMORY", "EMFILE"])("nor where the system cannot look: %s", (code) =>
    expect(refusalOf(failure(code, "getaddrinfo"))).toBe("resolver"),
  );
});

it.each([
  ["ECONNREFUSED", "connect", "connect"],
  ["ETIMEDOUT", "connect", "timeout"],
  ["CERT_HAS_EXPIRED", undefined, "tls"],
  ["UND_ERR_HEADERS_TIMEOUT", undefined, "timeout"],
] as const)("a socket's %s is the host's own", (code, syscall, why) =>
  expect(refusalOf(failure(code, syscall))).toBe(why),
);

it("keeps what the gate itself stopped, and throws a mistake of ours on", () => {
  expect(refusalOf(new Stopped("resolver"))).toBe("resolver");
  expect(refusalOf(new TypeError("ours"))).toBeUndefined();
});
