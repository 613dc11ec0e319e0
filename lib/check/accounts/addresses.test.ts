import { describe, expect, it } from "vitest";
import { readAddresses } from "./addresses.ts";

const moved = (old: string, neu?: string) => readAddresses({ mode: "moved", old, ...(neu ? { new: neu } : {}) });

describe("addresses of a new check", () => {
  it("are canonical", () => {
    expect(moved("@Maria@OLD.example", "https://new.example/@maria")).toEqual({
      ok: true,
      old: "maria@old.example",
      targets: ["maria@new.example"],
    });
  });

  it("may leave the new one to the redirect", () => {
    expect(moved("maria@old.example")).toEqual({ ok: true, old: "maria@old.example", targets: [] });
  });

  it.each([
    ["maria", undefined, { old: "no-server" }],
    ["maria@127.0.0.1", undefined, { old: "host-address" }],
    ["maria@0x7f.1", undefined, { old: "host-address" }],
    ["maria@localhost", undefined, { old: "host-local" }],
    ["maria@old.example:8443", undefined, { old: "host-port" }],
    ["maria@intranet", undefined, { old: "host-single-label" }],
    ["maria@old.example", "maria@gmail.com", { new: "email" }],
    ["maria@old.example", "@MARIA@old.example", { new: "same-account" }],
    ["", undefined, { old: "empty" }],
  ])("%s and %s: %j", (old, neu, fields) => expect(moved(old, neu)).toEqual({ ok: false, fields }));

  it("takes servers and accounts as candidates, each once", () => {
    const input = {
      mode: "planned" as const,
      old: "maria@old.example",
      candidates: ["b.example", "https://c.example/", "@maria@d.example", "B.example"],
    };
    expect(readAddresses(input)).toMatchObject({ targets: ["b.example", "c.example", "maria@d.example"] });
  });

  it("names the candidate that is wrong", () => {
    const input = { mode: "planned" as const, old: "maria@old.example", candidates: ["b.example", "10.0.0.1"] };
    expect(readAddresses(input)).toEqual({ ok: false, fields: { "candidates.1": "host-address" } });
  });
});
