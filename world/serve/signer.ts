import type { Server } from "../model.ts";
import type { Asked, Signer } from "../software/common/reply.ts";
import { isSigned, readSignature, type Signature } from "../software/common/signature.ts";
import { rowFor } from "../software/matching.ts";
import { fetchKey, type Reach } from "./signer-key.ts";

const BELIEVED: Signer = { status: 200, reason: "" };
const wrong = (reason: string): Signer => ({ status: 401, reason });
const shut = (reason: string): Signer => ({ status: 403, reason });

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;

/**
 * What a Mastodon that shows documents to signed requests alone makes of a signature. The key is fetched where the world
 * was told how to reach the client; else a signature is believed as soon as it could be checked.
 */
export function openSigners(reach: Reach | undefined) {
  const keys = new Map<string, string>();
  const shutUntil = new Map<string, number>();

  const fetched = async (server: Server, signature: Signature, now: number, known: boolean): Promise<Signer> => {
    const breaker = `${server.host} ${hostOf(signature.keyId)}`;
    if ((shutUntil.get(breaker) ?? 0) > now)
      return { status: 503, reason: "Fetching attempt skipped because of recent connection failure" };
    const found = await fetchKey(reach as Reach, signature.keyId, known);
    if (found.what === "failed") shutUntil.set(breaker, now + FIVE_MINUTES);
    if (found.what === "failed") return { status: 503, reason: `Failed to fetch remote data: ${found.reason}` };
    if (found.what === "refused") return wrong(found.reason);
    if (!signature.isMadeWith(found.pem)) return wrong(`Verification failed for ${found.who} ${signature.keyId}`);
    keys.set(`${server.host} ${signature.keyId}`, found.pem);
    return BELIEVED;
  };

  return async (server: Server, asked: Asked, target: string): Promise<Signer> => {
    const { secure, limited } = server.settings;
    if (!secure && !limited) return BELIEVED; // a plain server looks at no signature of a question
    const signature = readSignature(asked, target);
    if (!signature) return wrong("Request not signed");
    const refusal = refuse(server, signature, asked);
    if (refusal) return refusal;
    if (!reach) return isSigned(asked.headers, asked.now) ? BELIEVED : wrong("Request not signed");
    const known = keys.get(`${server.host} ${signature.keyId}`);
    if (known && signature.isMadeWith(known)) return BELIEVED;
    return fetched(server, signature, asked.now, known !== undefined); // the key may have changed
  };
}

/** Before any key is looked at. */
function refuse(server: Server, signature: Signature, asked: Asked): Signer | undefined {
  const lacking = whatLacks(signature, asked);
  if (lacking) return wrong(lacking);
  return isShutOut(server, hostOf(signature.keyId))
    ? shut(`Public key not found for key ${signature.keyId}`)
    : undefined;
}

function whatLacks({ covers, form, at }: Signature, { now }: Asked): string | undefined {
  if (form === "rfc9421" && !(covers.includes("@method") && covers.includes("@target-uri")))
    return "Mastodon requires the @method and @target-uri derived components to be signed";
  if (form === "cavage" && !covers.includes("date") && !covers.includes("(created)"))
    return "Mastodon requires the Date header or (created) pseudo-header to be signed";
  if (form === "cavage" && !covers.includes("host"))
    return "Mastodon requires the Host header to be signed when doing a GET request";
  return Math.abs(at - now) <= HOUR ? undefined : "Signed request date outside acceptable time window";
}

const isShutOut = (server: Server, host: string) =>
  rowFor(server, host)?.severity === "suspend" || (server.settings.limited && !server.allows.includes(host));

const hostOf = (keyId: string) => (URL.canParse(keyId) ? new URL(keyId).hostname : "");
