import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

const from = (forwarded: string | undefined, trusted: number) =>
  clientAddress(
    { headers: forwarded ? { "x-forwarded-for": forwarded } : {}, socket: { remoteAddress: "192.0.2.9" } } as never,
    trusted,
  );

describe("the visitor's address", () => {
  it.each([
    [undefined, 0, "192.0.2.9"],
    ["198.51.100.1", 0, "192.0.2.9"],
    ["198.51.100.1", 1, "198.51.100.1"],
    ["203.0.113.66, 198.51.100.1", 1, "198.51.100.1"],
    ["203.0.113.66, 198.51.100.1, 192.0.2.1", 2, "198.51.100.1"],
    ["198.51.100.1", 5, "198.51.100.1"],
    [undefined, 1, "192.0.2.9"],
  ])("forwarded %s behind %i proxies is %s", (forwarded, trusted, expected) => {
    expect(from(forwarded, trusted)).toBe(expected);
  });
});
