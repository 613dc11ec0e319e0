import type { Gate, Refusal, Reply } from "#lib/domain/ports/gate.ts";
import { encrypt } from "./encrypt.ts";
import type { Subscription } from "./subscription.ts";
import type { Vapid } from "./vapid.ts";

/** `again`: nobody could be told, and later somebody may. `ended`: nothing will ever arrive there. */
export type Sent = "sent" | "again" | "ended" | "refused";

/** What the browser shows, and what it opens. No key: the browser has it. */
export type Notice = {
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly path: string;
};

const TTL_S = 3 * 24 * 60 * 60;
/** Nothing is ever there, or it may never be asked. */
const NEVER: ReadonlySet<Refusal> = new Set(["private-address", "not-https", "redirects", "opted-out", "robots"]);

type Parts = { readonly gate: Gate; readonly vapid: Vapid; readonly now: () => Date };

/** `topic`: of two messages that wait for the same browser the newer one takes the older one's place. */
export async function send(
  { gate, vapid, now }: Parts,
  { endpoint, ...keys }: Subscription,
  notice: Notice,
  topic: string,
): Promise<Sent> {
  const headers = {
    ...{ "content-type": "application/octet-stream", "content-encoding": "aes128gcm" },
    ...{ ttl: `${TTL_S}`, urgency: "low", topic },
    authorization: vapid.authorization(endpoint, now()),
  };
  const body = encrypt(JSON.stringify(notice), keys);
  return endOf(
    await gate.ask({
      ...{ url: endpoint, method: "POST", push: { body, headers }, as: "text", size: "robots" },
      ...{ apart: "push", about: "browser", acts: true },
    }),
  );
}

function endOf(reply: Reply): Sent {
  if (!reply.ok) return NEVER.has(reply.why) ? "ended" : "again";
  const { status } = reply;
  if (status === 404 || status === 410) return "ended";
  if (status === 429 || status >= 500) return "again";
  return status >= 200 && status < 300 ? "sent" : "refused";
}
