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

/** Headers in the order signed. */
const SIGNED = "(request-target) host date";
type Key = { readonly keyId: string; readonly privatePem: string };
type Headers = Readonly<Record<string, string>>;

/** RFC 9421 is newer, but every server that asks for signatures still reads the draft before it. */
export function makeSigner(keyId: string, privatePem: string): Signer {
  const key = { keyId, privatePem };
  return {
    headers: async (url, now, form = "cavage") =>
      form === "cavage" ? draftHeaders(key, new URL(url), now) : standardHeaders(key, new URL(url), now),
  };
}

const sign = (text: string, { privatePem }: Key): string =>
  createSign("rsa-sha256").update(text).sign(privatePem, "base64");

function draftHeaders(key: Key, { host, pathname, search }: URL, now: Date): Headers {
  const date = now.toUTCString();
  const text = `(request-target): get ${pathname}${search}\nhost: ${host}\ndate: ${date}`;
  const parts = { keyId: key.keyId, algorithm: "rsa-sha256", headers: SIGNED, signature: sign(text, key) };
  const value = Object.entries(parts).map(([name, part]) => `${name}="${part}"`);
  return { date, signature: value.join(",") };
}

/** The parts that Mastodon wants to be signed. */
function standardHeaders(key: Key, { href }: URL, now: Date): Headers {
  const created = Math.floor(now.getTime() / 1000);
  const input = `("@method" "@target-uri");created=${created};keyid="${key.keyId}";alg="rsa-v1_5-sha256"`;
  const text = `"@method": GET\n"@target-uri": ${href}\n"@signature-params": ${input}`;
  return { date: now.toUTCString(), "signature-input": `sig1=${input}`, signature: `sig1=:${sign(text, key)}:` };
}
