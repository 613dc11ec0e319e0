import { expect, test } from "vitest";
import type { MoreInput } from "#lib/contract/check-input.ts";
import { createCheck, type NewCheckRow, patchCheck, readCheck, rowOf } from "#lib/store/check/checks.ts";
import { countHandedIn } from "#lib/store/check/people/people.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { Store } from "#lib/store/open/store.ts";
import { withEmbedded } from "#testing/store/embedded.ts";
import { newCheck } from "#testing/store/rows.ts";
import { giveMore } from "./give-more.ts";

let store: Store;
withEmbedded((opened) => {
  store = opened;
});

async function give(id: string, more: MoreInput, most?: number) {
  const row = await readCheck(store, id);
  if (!row) throw new Error("no check");
  return giveMore({ store, now: () => new Date(), wake: async () => {} }, row, more, most);
}
const handles = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `p${from + n}@far.example`);
const make = (id: string, more: Partial<NewCheckRow> = {}) => createCheck(store, newCheck(id, more));
const PLAN = { mode: "planned", targets: ["one.example"] } as const;
const TOO_MANY = { ok: false, fields: { "before.handles": "too-many" } };

test("of several lists handed in at once as many are taken as there is room for", async () => {
  await make("raced");
  const given = await Promise.all(
    [0, 400, 800, 0].map((from) => give("raced", { before: { handles: handles(from, from + 400) } }, 600)),
  );
  expect(given).toEqual([{ ok: true }, TOO_MANY, TOO_MANY, { ok: true }]);
  expect(await countHandedIn(store, "raced")).toBe(400);
});

test("what is told in two calls at once is kept from both", async () => {
  await make("told");
  const tell = (server: string) => give("told", { told: [{ server, onOld: "open" }] });
  await Promise.all([tell("one.example"), tell("two.example")]);
  const row = await readCheck(store, "told");
  expect(row?.input.told?.map(({ server }) => server)).toEqual(["one.example", "two.example"]);
});

test("a list that comes together with the new address, or with other candidates, is kept", async () => {
  await make("moved", PLAN);
  expect(await give("moved", { new: "ana@new.example", before: { handles: handles(0, 3) } })).toEqual({ ok: true });
  expect(await readCheck(store, "moved")).toMatchObject({
    mode: "moved",
    input: { before: { kind: "snapshot", count: 3 } },
  });
  await make("compared", PLAN);
  const candidates = ["two.example"];
  expect(await give("compared", { candidates, before: { handles: handles(0, 4), kind: "severed" } })).toEqual({
    ok: true,
  });
  expect(await readCheck(store, "compared")).toMatchObject({
    targets: candidates,
    input: { before: { kind: "severed" } },
  });
  expect([await countHandedIn(store, "moved"), await countHandedIn(store, "compared")]).toEqual([3, 4]);
});

test.each([
  ["a list", {}, {}],
  ["a list with the new address", PLAN, { new: "ana@new.example" }],
  ["a list with other candidates", PLAN, { candidates: ["two.example"] }],
])("%s takes nothing away of what others write while it is saved", async (name, start, more) => {
  const id = `meanwhile ${name}`;
  await make(id, start);
  const row = await readCheck(store, id);
  if (!row) throw new Error("no check");
  const theirs = { looked: [{ server: "far.example", at: row.createdAt.toISOString(), onOld: {}, onNew: {} }] };
  let times = 0;
  let written: Promise<unknown> | undefined;
  // The second time the clock is read, the first people are about to be saved.
  const now = () => {
    times += 1;
    if (times === 2)
      written = asOwner(store, id, new Date(), async (on) =>
        patchCheck(on, { input: { ...(await rowOf(on))?.input, ...theirs, lookedBackTo: "other" } }),
      );
    return new Date();
  };
  const given = { ...more, before: { handles: handles(0, 3) } };
  expect(await giveMore({ store, now, wake: async () => {} }, row, given)).toEqual({ ok: true });
  await written;
  expect((await readCheck(store, id))?.input).toMatchObject({ ...theirs, lookedBackTo: "other" });
  expect(await countHandedIn(store, id)).toBe(3);
});

test("a list that comes together with a wrong address is not kept", async () => {
  await make("wrong", PLAN);
  const more = { before: { handles: handles(0, 3) } };
  expect(await give("wrong", { ...more, new: "nobody" })).toMatchObject({ ok: false, fields: { new: "no-server" } });
  expect(await give("wrong", { ...more, candidates: ["127.0.0.1"] })).toMatchObject({ ok: false });
  expect(await countHandedIn(store, "wrong")).toBe(0);
});

test("a list of whom the mover follows that cannot be saved leaves a check that goes on without one", async () => {
  await make("full", { ...PLAN, input: { following: { handedIn: 7 } } });
  const row = await readCheck(store, "full");
  if (!row) throw new Error("no check");
  let times = 0;
  const now = () => {
    times += 1;
    if (times === 2) throw new Error("No space left on device");
    return new Date();
  };
  const woken: string[] = [];
  const wake = async (id: string) => void woken.push(id);
  await expect(giveMore({ store, now, wake }, row, { following: { handles: handles(0, 3) } })).rejects.toThrow("space");
  const { state, input } = (await readCheck(store, "full")) ?? {};
  expect([row.state, state, input?.following, woken]).toEqual(["queued", "queued", undefined, ["full"]]);
});
