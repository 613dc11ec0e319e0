import { expect, test } from "vitest";
import type { Person } from "#lib/domain/evidence/person.ts";
import { leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { readServer } from "../servers.ts";
import { type Lease, underLease } from "../write.ts";
import { markPerson, peopleAfter, peopleOf, readPerson, savePeople } from "./people.ts";

overStores((store) => {
  const peopleAt = async (checkId: string, host: string) => (await peopleOf(store(), checkId, [host])).get(host) ?? [];
  const save = (lease: Lease, people: readonly Person[]) =>
    underLease(store(), lease, T0, (on) => savePeople(on, people));
  const counts = async ({ checkId }: Lease, host = "far.example") => {
    const { known, missing } = (await readServer(store(), checkId, host)) ?? {};
    return { known, missing };
  };

  test("somebody met in both lists is one person, whichever list came first", async () => {
    const lease = await leased(store(), "both");
    await save(lease, [person("bo@far.example", { old: { locked: true }, display: "Bo" })]);
    await save(lease, [{ acct: "bo@far.example", server: "far.example", in: [NEW] }]);
    await save(lease, [{ acct: "cy@far.example", server: "far.example", in: [NEW] }]);
    await save(lease, [person("cy@far.example", { old: { bot: true } })]);
    const [bo, cy] = await peopleAt("both", "far.example");
    expect(bo).toEqual(person("bo@far.example", { old: { locked: true }, display: "Bo", in: [NEW] }));
    expect(cy).toEqual(person("cy@far.example", { old: { bot: true }, in: [NEW] }));
    expect(await counts(lease)).toEqual({ known: 2, missing: 0 });
  });

  test("a newcomer is kept and neither known nor missing", async () => {
    const lease = await leased(store(), "newcomer");
    await save(lease, [{ acct: "ed@far.example", server: "far.example", in: [NEW] }]);
    expect(await counts(lease)).toEqual({ known: 0, missing: 0 });
    expect(await peopleAt("newcomer", "far.example")).toEqual([]);
    expect(await peopleAfter(store(), "newcomer", "", 9)).toEqual([]);
    expect(await readPerson(store(), "newcomer", "ed@far.example")).toMatchObject({ known: false, missing: false });
  });

  test("a person from a snapshot stays in it, whatever other lists name him", async () => {
    const lease = await leased(store(), "snapshot");
    const from = (acct: string, before: NonNullable<Person["before"]>): Person => ({
      ...{ acct, server: "far.example", in: [], before },
    });
    await save(lease, [from("bo@far.example", "snapshot"), from("cy@far.example", "severed")]);
    await save(lease, [from("bo@far.example", "list"), from("cy@far.example", "snapshot")]);
    const kept = (await peopleAt("snapshot", "far.example")).map(({ before }) => before);
    expect(kept).toEqual(["snapshot", "snapshot"]);
  });

  test("targets are added, never doubled and never lost", async () => {
    const lease = await leased(store(), "targets");
    for (const target of ["a.example", "b.example", "a.example"])
      await save(lease, [person("bo@far.example", { in: [target] })]);
    await save(lease, [person("bo@far.example")]);
    expect((await readPerson(store(), "targets", "bo@far.example"))?.person.in).toEqual(["a.example", "b.example"]);
  });

  test("a page that repeats people, and one that is read twice, count them once", async () => {
    const lease = await leased(store(), "repeated");
    const page = [person("bo@far.example"), person("cy@near.example"), person("bo@far.example", { in: [NEW] })];
    await save(lease, page);
    await save(lease, page);
    expect(await counts(lease)).toEqual({ known: 1, missing: 0 });
    expect(await counts(lease, "near.example")).toEqual({ known: 1, missing: 1 });
  });

  test("somebody here under a new name is not missing", async () => {
    const lease = await leased(store(), "renamed");
    await save(lease, [person("bo@far.example")]);
    await save(lease, [person("bo@far.example", { hereAs: "bo@else.example" })]);
    expect(await counts(lease)).toEqual({ known: 1, missing: 0 });
  });

  test("more people than one statement may hold", async () => {
    const lease = await leased(store(), "many");
    await save(
      lease,
      Array.from({ length: 1_201 }, (_, n) => person(`p${n}@far.example`)),
    );
    expect(await counts(lease)).toEqual({ known: 1_201, missing: 1_201 });
    expect(await peopleAt("many", "far.example")).toHaveLength(1_201);
  });

  test("what strangers call themselves is stored, NUL and half a surrogate pair included", async () => {
    const lease = await leased(store(), "odd");
    const display = "a\0b\ud800c \\u0000 'q' \" 😀";
    await save(lease, [person("bo@far.example", { display })]);
    const row = await readPerson(store(), "odd", "bo@far.example");
    expect(row?.person.display).toBe("ab\ufffdc \\u0000 'q' \" 😀");
  });

  test("a mark is set and taken back, and stays when the person is met again", async () => {
    const lease = await leased(store(), "marks");
    await save(lease, [person("bo@far.example")]);
    const mark = (acct: string, as: "asked" | null) => underLease(store(), lease, T0, (on) => markPerson(on, acct, as));
    expect(await mark("bo@far.example", "asked")).toBe(true);
    await save(lease, [person("bo@far.example", { in: [NEW] })]);
    expect(await readPerson(store(), "marks", "bo@far.example")).toMatchObject({ mark: "asked" });
    expect(await mark("bo@far.example", null)).toBe(true);
    expect(await readPerson(store(), "marks", "bo@far.example")).toMatchObject({ mark: null });
    expect(await mark("nobody\0@far.example", "asked")).toBe(false);
  });
});
