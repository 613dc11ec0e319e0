import { expect, it } from "vitest";
import type { Ask } from "#lib/domain/ports/gate.ts";
import { createCheck } from "#lib/store/check/checks.ts";
import type { Store } from "#lib/store/open/store.ts";
import { signIns } from "#lib/store/tables/schema.ts";
import { withEmbedded } from "#testing/store/embedded.ts";
import { newCheck, T0 } from "#testing/store/rows.ts";
import { type Held, hold, keptUntilFor, openTokens } from "./keeping.ts";
import { makeSeal } from "./seal.ts";

let store: Store;
withEmbedded((opened) => {
  store = opened;
});

const HOUR = 3_600_000;
const PLACES = {
  ...{ issuer: "https://new.example", authorization_endpoint: "https://new.example/oauth/authorize" },
  ...{ token_endpoint: "https://new.example/oauth/token", revocation_endpoint: "https://new.example/oauth/revoke" },
};
const held = (token: string, more: Partial<Held> = {}): Held => ({
  ...{ host: "new.example", token, accountId: "7", rights: ["read:accounts"] },
  giveBack: { places: PLACES, client: { id: "client", secret: "the secret of an app", rights: [] } },
  ...more,
});

let made = 0;
async function house() {
  const clock = { at: T0 };
  const asked: Ask[] = [];
  const deps = {
    ...{ store, now: () => clock.at, seal: makeSeal("a secret of at least thirty-two letters") },
    gate: {
      async ask(ask: Ask) {
        asked.push(ask);
        return { ok: true as const, status: 200, url: ask.url, headers: {}, at: "", body: "{}" };
      },
    },
  };
  const id = `check ${++made}`;
  await createCheck(store, newCheck(id));
  return { deps, clock, id, tokens: openTokens(deps), given: () => asked.map(({ url }) => url) };
}

it("is worth nothing after a day, and is given back then", async () => {
  const { deps, clock, id, tokens, given } = await house();
  await hold(deps, id, "new", held("a token of one day"));
  clock.at = new Date(T0.getTime() + 24 * HOUR - 1);
  expect((await tokens.of(id, "new"))?.signedIn.token).toBe("a token of one day");
  expect(await tokens.past()).toEqual([]);
  clock.at = new Date(T0.getTime() + 24 * HOUR);
  expect(await tokens.of(id, "new")).toBeUndefined();
  expect(await tokens.past()).toEqual([{ checkId: id, use: "new" }]);
  expect(await tokens.drop(id)).toEqual([{ use: "new", host: "new.example", revoked: true }]);
  expect(given()).toEqual(["https://new.example/oauth/revoke"]);
});

it("lives for thirty days where its owner wants it kept through a move", async () => {
  const { deps, clock, id, tokens } = await house();
  await hold(deps, id, "old", held("a token for later", { keptUntil: keptUntilFor(deps) }));
  clock.at = new Date(T0.getTime() + 30 * 24 * HOUR - 1);
  expect(await tokens.of(id, "old")).toBeDefined();
  clock.at = new Date(T0.getTime() + 30 * 24 * HOUR);
  expect(await tokens.of(id, "old")).toBeUndefined();
  expect(await tokens.past()).toEqual([{ checkId: id, use: "old" }]);
  await tokens.drop(id);
});

it("is written down sealed, with the secret of the app, and opens under another check's name for nobody", async () => {
  const { deps, id, tokens } = await house();
  const other = `${id} of somebody else`;
  await createCheck(store, newCheck(other));
  await hold(deps, id, "new", held("a token to be sealed"));
  const [row] = (await store.db.select().from(signIns)).filter(({ checkId }) => checkId === id);
  expect(row?.sealed).toBeDefined();
  const written = JSON.stringify(row) + Buffer.from(row?.sealed ?? "", "base64url").toString("latin1");
  for (const secret of ["a token to be sealed", "the secret of an app", "read:accounts"])
    expect(written).not.toContain(secret);
  if (row) await store.db.insert(signIns).values({ ...row, checkId: other });
  expect(await tokens.of(id, "new")).toBeDefined();
  expect(await tokens.of(other, "new")).toBeUndefined();
  await tokens.drop(other);
  await tokens.drop(id);
});

it("gives back what it replaces, but not the very same one", async () => {
  const { deps, id, tokens, given } = await house();
  await hold(deps, id, "new", held("the first"));
  await hold(deps, id, "new", held("the first"));
  expect(given()).toEqual([]);
  await hold(deps, id, "new", held("the second"));
  expect(given()).toHaveLength(1);
  expect((await tokens.of(id, "new"))?.signedIn.token).toBe("the second");
  await tokens.drop(id);
});
