import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type Own, openNotice } from "./open-notice.ts";

/** What a browser hands to the website that it subscribed for. */
export type Subscribed = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
type Browser = Own & { readonly key: string; status: number };

export type PushService = {
  readonly host: string;
  /** What browsers were told, as they read it. */
  readonly told: { readonly endpoint: string; readonly notice: unknown; readonly topic: string | undefined }[];
  /** `key`: of the website, as a browser is given it. */
  subscribe(key: string): Subscribed;
  /** From now on every message for it is answered so. */
  answers(endpoint: string, status: number): void;
  answer(path: string, headers: IncomingHttpHeaders, body: Buffer): number;
};

const LONGEST_S = 24 * 60 * 60;
const MOST_BYTES = 4_096;

/** Takes messages as RFC 8030, 8188, 8291 and 8292 want them, and no others. */
export function openPushService(host = "push.test", now: () => number = Date.now): PushService {
  const browsers = new Map<string, Browser>();
  const told: PushService["told"] = [];
  const take = (path: string, browser: Browser, headers: IncomingHttpHeaders, body: Buffer): number => {
    if (headers["content-encoding"] !== "aes128gcm" || !/^\d+$/.test(String(headers.ttl))) return 400;
    if (body.length > MOST_BYTES) return 413;
    if (!isVouchedFor(headers.authorization, { host, key: browser.key, now: now() })) return 403;
    if (browser.status !== 201) return browser.status;
    const notice: unknown = JSON.parse(openNotice(body, browser));
    told.push({ endpoint: `https://${host}${path}`, notice, topic: [headers.topic].flat()[0] });
    return 201;
  };
  return {
    host,
    told,
    subscribe(key) {
      const pair = createECDH("prime256v1");
      const p256dh = pair.generateKeys("base64url");
      const [path, auth] = [`/to/${randomBytes(16).toString("base64url")}`, randomBytes(16).toString("base64url")];
      browsers.set(path, { privateKey: pair.getPrivateKey(), auth, key, status: 201 });
      return { endpoint: `https://${host}${path}`, p256dh, auth };
    },
    answers(endpoint, status) {
      const browser = browsers.get(new URL(endpoint).pathname);
      if (browser) browser.status = status;
    },
    answer(path, headers, body) {
      const browser = browsers.get(path);
      return browser ? take(path, browser, headers, body) : 404;
    },
  };
}

type Vouching = { readonly host: string; readonly key: string; readonly now: number };

/** Signed by the very website for which the browser subscribed, for this service, and not for long. */
function isVouchedFor(authorization: string | undefined, { host, key, now }: Vouching): boolean {
  const [, token = "", k = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  if (k !== key || partOf(head).alg !== "ES256") return false;
  const { aud, exp, sub } = partOf(claims);
  const seconds = Number(exp) - now / 1_000;
  if (aud !== `https://${host}` || !(seconds > 0 && seconds <= LONGEST_S)) return false;
  if (!/^(?:https?:|mailto:)/.test(String(sub))) return false;
  const point = Buffer.from(k, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y } as never, format: "jwk" });
  const given = { key: publicKey, dsaEncoding: "ieee-p1363" as const };
  return verify("sha256", Buffer.from(`${head}.${claims}`), given, Buffer.from(signature, "base64url"));
}

const partOf = (text: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(text, "base64url").toString() || "{}") as Record<string, unknown>;
