import { MOST_BROWSERS, type PushInput } from "#lib/contract/push.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { countUp } from "#lib/flow/counts.ts";
import { readProgress } from "#lib/store/check/checks.ts";
import {
  checksToTell,
  dropDevice,
  dropPush,
  keepPush,
  markTold,
  markUntold,
  type PushRow,
  pushesOf,
} from "#lib/store/check/push.ts";
import { readSetting, replaceSetting, settingOnce } from "#lib/store/open/settings.ts";
import type { Store } from "#lib/store/open/store.ts";
import { type News, newsIn } from "./news.ts";
import { type Notice, type Sent, send } from "./send.ts";
import { deviceOf, readSubscription, type Subscription } from "./subscription.ts";
import { makePushKey, openVapid, type PushKey, type Vapid } from "./vapid.ts";

/** Notices of a check's looks, for browsers that asked for them. Callers with a check's id have shown that it is theirs. */
export type Pushes = {
  /** With this a browser subscribes. */
  readonly publicKey: string;
  /** `cannot`: nothing can be sent there. `too-many`: other browsers of this check have all places. */
  subscribe(checkId: string, device: string, input: PushInput): Promise<"kept" | "cannot" | "too-many">;
  has(checkId: string, device: string): Promise<boolean>;
  unsubscribe(checkId: string, device: string): Promise<boolean>;
  /** For all checks. Only the browser itself can name its device: that is the digest of an address nobody else has. */
  forget(device: string): Promise<void>;
  /** Tells what the last look has found, where that is news. */
  tell(checkId: string): Promise<void>;
  /** What could not be told before, or was not because a process ended. */
  tellRest(): Promise<void>;
};

export type PushDeps = {
  readonly store: Store;
  readonly gate: Gate;
  readonly now: () => Date;
  readonly publicUrl: string;
  readonly seal: {
    close(value: unknown, about: string): string;
    open<T>(sealed: string, about: string): T | undefined;
    digest(text: string): string;
  };
  /** The words of a notice in a language of the interface. */
  readonly words: (language: string | undefined, news: News) => Omit<Notice, "path">;
};

const TOPIC_LENGTH = 32;
const KEY = "push-key";

export async function openPushes(deps: PushDeps): Promise<Pushes> {
  const { store, now, seal } = deps;
  const vapid = openVapid(await keyOf(deps), `${deps.publicUrl}/bot`);
  const tell = async (checkId: string): Promise<void> => {
    const rows = await pushesOf(store, checkId);
    const last = rows.length > 0 ? await lastOf(store, checkId) : undefined;
    if (!last) return;
    const news = newsIn(last.history, now());
    for (const row of rows)
      if (await markTold(store, row, last.at)) if (news) await tellOne(deps, vapid, row, news, last.at);
  };
  return {
    publicKey: vapid.publicKey,
    async subscribe(checkId, device, input) {
      const subscription = readSubscription(input);
      if (!subscription || deviceOf(input.endpoint) !== device) return "cannot";
      const sealed = seal.close(subscription, about({ checkId, device }));
      return (await keepPush(store, { checkId, device, sealed, toldAt: now() }, MOST_BROWSERS)) ? "kept" : "too-many";
    },
    has: async (checkId, device) => (await pushesOf(store, checkId)).some((row) => row.device === device),
    forget: (device) => dropDevice(store, device),
    unsubscribe: (checkId, device) => dropPush(store, { checkId, device }),
    tell,
    async tellRest() {
      for (const id of await checksToTell(store)) await tell(id);
    },
  };
}

/** Made once, and anew where nobody can open it any more: then no subscription opens either. */
async function keyOf({ store, seal }: PushDeps): Promise<PushKey> {
  const kept = await settingOnce<string>(store, KEY, () => seal.close(makePushKey(), KEY));
  const key = seal.open<PushKey>(kept, KEY);
  if (key) return key;
  const made = makePushKey();
  // Of several processes that start together one replaces it, and all have what is there then.
  await replaceSetting(store, KEY, kept, seal.close(made, KEY));
  return seal.open<PushKey>((await readSetting<string>(store, KEY)) ?? kept, KEY) ?? made;
}

const about = ({ checkId, device }: Pick<PushRow, "checkId" | "device">): string => `push ${checkId} ${device}`;

async function lastOf(store: Store, checkId: string) {
  const row = await readProgress(store, checkId);
  const at = row?.history.at(-1)?.at;
  return row && at !== undefined ? { history: row.history, at: new Date(at) } : undefined;
}

async function tellOne(deps: PushDeps, vapid: Vapid, row: PushRow, news: News, at: Date): Promise<void> {
  const { store, seal, words } = deps;
  const { checkId } = row;
  const subscription = seal.open<Subscription>(row.sealed, about(row));
  const notice = { ...words(subscription?.language, news), path: `/check/${checkId}` };
  const topic = seal.digest(`topic ${checkId}`).slice(0, TOPIC_LENGTH);
  const sent: Sent = subscription ? await send({ ...deps, vapid }, subscription, notice, topic) : "ended";
  countUp("notices", sent);
  // It will not believe us the next time either, and the page must not say that the browser is told.
  if (sent === "ended" || sent === "refused") await dropPush(store, row);
  if (sent === "again") await markUntold(store, row, at);
}
