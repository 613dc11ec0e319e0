import { expect, test } from "vitest";
import { facts, later, leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { savePeople } from "./people/people.ts";
import { askAgain } from "./reset-for-recheck.ts";
import { saveAsked } from "./servers.ts";
import { askedTwice } from "./since.ts";
import { underLease, type Writing } from "./write.ts";

overStores((store) => {
  test("only what was asked again this time is compared with the time before", async () => {
    const lease = await leased(store(), "twice");
    const write = <T>(body: (on: Writing) => Promise<T>) => underLease(store(), lease, T0, body);
    const done = (host: string, at: Date) =>
      write((on) => saveAsked(on, [{ facts: facts(host), state: "done", requests: 5, at }]));
    const hosts = async () => (await askedTwice(store(), "twice")).map(({ host }) => host);

    await write((on) => savePeople(on, [person("a@one.example"), person("b@two.example")]));
    for (const host of ["one.example", "two.example"]) await done(host, T0);
    await write((on) => askAgain(on, later(1000)));
    for (const host of ["one.example", "two.example"]) await done(host, later(2000));
    expect(await hosts()).toEqual(["one.example", "two.example"]);

    await write((on) => savePeople(on, [person("a@one.example", { in: [NEW] })]));
    await write((on) => askAgain(on, later(3000)));
    await done("two.example", later(4000));
    expect(await hosts()).toEqual(["two.example"]);
  });
});
