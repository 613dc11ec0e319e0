import { afterEach, expect, it } from "vitest";
import type { Ask, Reply } from "#lib/domain/ports/gate.ts";
import { createCheck, patchCheck } from "#lib/store/check/checks.ts";
import { pushesOf } from "#lib/store/check/push.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { readSetting } from "#lib/store/open/settings.ts";
import type { Store } from "#lib/store/open/store.ts";
import { pushSubscriptions } from "#lib/store/tables/schema.ts";
import { makeSeal } from "#testing/push.ts";
import { withEmbedded } from "#testing/store/embedded.ts";
import { later, newCheck, T0 } from "#testing/store/rows.ts";
import { openPushService } from "#world/push/push-service.ts";
import { openPushes, type PushDeps } from "./service.ts";
import { deviceOf } from "./subscription.ts";

let store: Store;
withEmbedded((opened) => {
  store = opened;
});
afterEach(() => store.db.delete(pushSubscriptions));

const HOUR = 3_600_000;
const answer = (status: number): Reply => ({ ok: true, status, url: "", headers: {}, at: "", body: "" });
const refused = (why: Extract<Reply, { ok: false }>["why"]): Reply => ({ ok: false, why, at: "" });

async function open(reply: Reply = answer(201), secret = "a secret of the installation") {
  const asked: Ask[] = [];
  const clock = { at: T0 };
  const deps: PushDeps = {
    ...{ store, now: () => clock.at, publicUrl: "https://housewarming.example", seal: makeSeal(secret) },
    gate: {
      async ask(ask) {
        asked.push(ask);
        return reply;
      },
    },
    words: (_, { arrived }) => ({ title: "News", body: `${arrived}`, lang: "en", dir: "ltr" }),
  };
  return { asked, clock, pushes: await openPushes(deps) };
}

let checks = 0;
/** A check with a browser, and a look that found something since. */
async function looked({ pushes, clock }: Awaited<ReturnType<typeof open>>) {
  const id = `check-${checks++}`;
  await createCheck(store, newCheck(id));
  const subscribed = openPushService().subscribe(pushes.publicKey);
  const device = deviceOf(subscribed.endpoint);
  expect(await pushes.subscribe(id, device, subscribed)).toBe("kept");
  clock.at = later(HOUR);
  const found = { at: clock.at.toISOString(), here: 3, missing: 2, newList: 3, arrived: 1, byItself: true as const };
  await asOwner(store, id, clock.at, (on) => patchCheck(on, { history: [found] }));
  return { id, device, ...subscribed };
}

it("keeps key and address sealed, and the same key from start to start", async () => {
  const opened = await open();
  const { id, device, endpoint, auth } = await looked(opened);
  const written = JSON.stringify([await pushesOf(store, id), await readSetting(store, "push-key")]);
  for (const secret of [endpoint, "push.test", auth, '"d"']) expect(written).not.toContain(secret);
  expect((await open()).pushes.publicKey).toBe(opened.pushes.publicKey);
  expect(await opened.pushes.has(id, device)).toBe(true);
});

it("asks the address alone, apart from all else, and follows it nowhere", async () => {
  const opened = await open();
  const { id, endpoint } = await looked(opened);
  await opened.pushes.tell(id);
  const [ask, ...more] = opened.asked;
  expect(more).toEqual([]);
  expect(ask).toMatchObject({ url: endpoint, method: "POST", apart: "push", about: "browser", acts: true });
  expect(ask?.push?.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "259200", urgency: "low" });
});

it.each<[string, Reply, boolean, boolean]>([
  ["it is not there any more", answer(404), false, false],
  ["it is gone", answer(410), false, false],
  ["it leads inside", refused("private-address"), false, false],
  ["its host wants to be left alone", refused("opted-out"), false, false],
  ["it leads elsewhere", refused("redirects"), false, false],
  ["it is busy", answer(429), true, true],
  ["it is broken", answer(502), true, true],
  ["it does not answer", refused("timeout"), true, true],
  ["our window is used up", refused("over-budget"), true, true],
  ["it does not want our message", answer(400), false, false],
  ["it does not believe our key", answer(403), false, false],
  ["it wants another word of ours", answer(401), false, false],
  ["it has taken it", answer(201), true, false],
])("where %s", async (_, reply, isKept, again) => {
  const opened = await open(reply);
  const { id, device } = await looked(opened);
  await opened.pushes.tell(id);
  await opened.pushes.tellRest();
  expect(opened.asked).toHaveLength(again ? 2 : 1);
  expect(await opened.pushes.has(id, device)).toBe(isKept);
  opened.clock.at = later(26 * HOUR);
  await opened.pushes.tellRest();
  await opened.pushes.tellRest();
  expect(opened.asked, "a day later it is no news").toHaveLength(again ? 2 : 1);
});

it("with another secret has another key, and forgets whom it cannot tell", async () => {
  const first = await open();
  const { id, device } = await looked(first);
  const other = await open(answer(201), "another secret of the installation");
  expect(other.pushes.publicKey).not.toBe(first.pushes.publicKey);
  other.clock.at = later(HOUR);
  await other.pushes.tell(id);
  expect(other.asked).toEqual([]);
  expect(await other.pushes.has(id, device)).toBe(false);
});

it("has one key for all processes that start together with another secret", async () => {
  await open();
  const [one, other] = await Promise.all([open(answer(201), "a third secret"), open(answer(201), "a third secret")]);
  expect(one.pushes.publicKey).toBe(other.pushes.publicKey);
});
