import type { Server } from "../model.ts";
import type { Asked, Signer } from "../software/common/reply.ts";
import { isSigned, readSignature, type Signature } from "../software/common/signature.ts";
import { shutsOutNames } from "../software/matching.ts";
import { fetchKey, type Reach } from "./signer-key.ts";

const BELIEVED: Signer = { status: 200, reason: "" };
const wrong = (reason: string): Signer => ({ status: 401, reason });
const UNSIGNED = wrong("http request wasn't signed or http signature was invalid: (verifier)");

/**
 * What GoToSocial makes of a signature. It reads the signer's account and has to find it by WebFinger as any account that it
 * takes in; the first key it sees under a name is kept for good, and another one under that name is never believed.
 */
export function openGotosocialSigners(reach: Reach | undefined) {
  const keys = new Map<string, string>();

  const keyFor = async (server: Server, { keyId }: Signature): Promise<string | Signer> => {
    const name = `${server.host} ${keyId}`;
    const kept = keys.get(name);
    if (kept || !reach) return kept ?? "";
    const found = await fetchKey(reach, keyId, false);
    if (found.what !== "key") return { status: 500, reason: "Internal Server Error" };
    keys.set(name, found.pem);
    return found.pem;
  };

  return async (server: Server, asked: Asked, target: string): Promise<Signer> => {
    const signature = isSigned(asked.headers, asked.now) ? readSignature(asked, target) : undefined;
    if (!signature) return UNSIGNED;
    if (shutsOutNames(server, [new URL(signature.keyId).hostname])) return { status: 403, reason: "" };
    if (!reach) return BELIEVED;
    const key = await keyFor(server, signature);
    if (typeof key !== "string") return key;
    return signature.isMadeWith(key) ? BELIEVED : notPassed(signature.keyId);
  };
}

const notPassed = (keyId: string): Signer =>
  wrong(`authentication NOT PASSED for public key ${keyId}; tried algorithms [rsa-sha256 rsa-sha512 ed25519]`);
