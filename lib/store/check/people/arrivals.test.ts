import { expect, test } from "vitest";
import type { Person } from "#lib/domain/evidence/person.ts";
import { leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { underLease } from "../write.ts";
import { readArrivals } from "./arrivals.ts";
import { savePeople } from "./people.ts";

const BO = "https://far.example/users/bo";

overStores((store) => {
  const filled = async (id: string, people: readonly Person[]) => {
    const lease = await leased(store(), id);
    await underLease(store(), lease, T0, (on) => savePeople(on, people));
    return readArrivals(store(), id, [BO, "https://far.example/users/cy"]);
  };

  test("a person who came along is found by the address, and nobody else", async () => {
    const arrivals = await filled("addresses", [
      person("bo@far.example", { uri: BO, in: [NEW] }),
      person("cy@far.example", { uri: "https://far.example/users/cy" }),
      person("di@far.example"),
    ]);
    expect([...arrivals.byAddress]).toEqual([[BO, "bo@far.example"]]);
    expect(arrivals.allNamed).toBe(true);
  });

  test("a new list with somebody of no address does not say who is not in it", async () => {
    const arrivals = await filled("nameless", [
      person("bo@far.example", { uri: BO }),
      person("ed@x.example", { in: [NEW] }),
    ]);
    expect(arrivals).toEqual({ byAddress: new Map(), allNamed: false });
  });
});
