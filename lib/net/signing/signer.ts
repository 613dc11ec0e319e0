import { createSign, generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { Signer } from "#lib/domain/ports/ports.ts";

export type KeyPair = { readonly privatePem: string; readonly publicPem: string };

/** Made once and stored: other servers remember the public half. */
export async function makeKeyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { privatePem: privateKey, publicPem: publicKey };
}

/** Headers in the order signed. RFC 9421 is newer, but every server that asks for signatures still reads this draft. */
const SIGNED = "(request-target) host date";

export function makeSigner(keyId: string, privatePem: string): Signer {
  return {
    async headers(url, now) {
      const { host, pathname, search } = new URL(url);
      const date = now.toUTCString();
      const text = `(request-target): get ${pathname}${search}\nhost: ${host}\ndate: ${date}`;
      const signature = createSign("rsa-sha256").update(text).sign(privatePem, "base64");
      const parts = { keyId, algorithm: "rsa-sha256", headers: SIGNED, signature };
      const value = Object.entries(parts).map(([name, part]) => `${name}="${part}"`);
      return { date, signature: value.join(",") };
    },
  };
}
