import { expect, it } from "vitest";
import { refusedReply } from "./reply.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const told = (until: string) => refusedReply({ why: "over-budget", until }, NOW).until;

it("tells of a wait of an hour at most: a host that names a longer one leaves a gap with its reason", () => {
  expect(told("2026-11-20T13:00:00.000Z")).toBe("2026-11-20T13:00:00.000Z");
  for (const later of ["2026-11-20T13:00:00.001Z", "2027-11-20T12:00:00.000Z", "no time"])
    expect(told(later), later).toBeUndefined();
  expect(refusedReply({ why: "over-budget", until: "2030-01-01T00:00:00.000Z" }, NOW)).toMatchObject({
    ok: false,
    why: "over-budget",
  });
});
