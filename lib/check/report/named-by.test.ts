import { expect, it } from "vitest";
import { nothingAsked, type ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { is, not } from "#testing/sample.ts";
import { namedBy } from "./named-by.ts";

const OPEN: Stance = { inbound: "open", outbound: "open", basis: "list" };
const server = (host: string, list: NonNullable<ServerFacts["onOld"]["list"]> | undefined) => ({
  facts: { ...nothingAsked(host), onTarget: { "quay.example": list ? { list } : {} } },
});
const says = (host: string, stance: Partial<Stance>) => server(host, is({ ...OPEN, ...stance }));

it("counts the servers that publish a list, and of those the ones that name the candidate", () => {
  const servers = [
    says("a.example", { inbound: "blocked", outbound: "blocked", match: "exact" }),
    says("b.example", { outbound: "blocked", match: "digest" }),
    says("c.example", { limited: true, match: "exact" }),
    says("d.example", {}),
  ];
  expect(namedBy(servers, "quay.example")).toEqual({ of: 4, blocked: 2, limited: 1 });
  expect(namedBy(servers, "other.example")).toEqual({ of: 0, blocked: 0, limited: 0 });
});

it.each<[string, Partial<Stance>]>([
  ["a masked name", { inbound: "blocked", outbound: "blocked", match: "pattern" }],
  ["no place on a list of allowed servers", { inbound: "blocked", outbound: "blocked", allowList: true }],
])("does not take %s for being named", (_, stance) =>
  expect(namedBy([says("a.example", stance)], "quay.example")).toEqual({ of: 1, blocked: 0, limited: 0 }),
);

it("does not count who publishes nothing", () =>
  expect(
    namedBy(
      [server("a.example", not("hidden-by-server")), server("b.example", undefined), { facts: null }],
      "quay.example",
    ),
  ).toEqual({ of: 0, blocked: 0, limited: 0 }));
