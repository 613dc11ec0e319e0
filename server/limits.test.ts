import { expect, it } from "vitest";
import { LIMITS, openLimits } from "./limits.ts";

const MINUTE = 60_000;

it("lets the window's count pass, then says how long to wait", () => {
  const limits = openLimits();
  const taken = Array.from({ length: LIMITS.previews.count }, () => limits.take("previews", "192.0.2.1", 0));
  expect(taken.every((wait) => wait === 0)).toBe(true);
  expect(limits.take("previews", "192.0.2.1", MINUTE - 10_000)).toBe(10);
  expect(limits.take("previews", "192.0.2.1", MINUTE)).toBe(0);
});

it("lets ten look-ups a minute pass, and counts each address and each limit apart", () => {
  const limits = openLimits();
  for (let i = 0; i < 10; i++) expect(limits.take("share-look-ups", "192.0.2.1", 0)).toBe(0);
  expect(limits.take("share-look-ups", "192.0.2.1", 0)).toBe(60);
  expect(limits.take("share-look-ups", "192.0.2.2", 0)).toBe(0);
  expect(limits.take("previews", "192.0.2.1", 0)).toBe(0);
});

it("counts a whole IPv6 network as one, and a mapped IPv4 address as itself", () => {
  const limits = openLimits();
  for (let i = 0; i < LIMITS["share-look-ups"].count; i++) limits.take("share-look-ups", `2001:db8::${i + 1}`, 0);
  expect(limits.take("share-look-ups", "2001:db8:0:0:ffff::1", 0)).toBeGreaterThan(0);
  expect(limits.take("share-look-ups", "2001:db8:0:1::1", 0)).toBe(0);
  expect(limits.take("share-look-ups", "::ffff:192.0.2.7", 0)).toBe(0);
});
