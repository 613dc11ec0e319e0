import { createCipheriv, createECDH, ECDH, hkdfSync, randomBytes } from "node:crypto";

/** What a browser made when it subscribed: whoever has both can write to it, and it alone can read that. */
export type BrowserKeys = { readonly p256dh: string; readonly auth: string };
/** For tests: what is drawn by chance otherwise. */
type Drawn = { readonly salt: Buffer; readonly privateKey: Buffer };

export const CURVE = "prime256v1";
const [SALT, RECORD, TAG] = [16, 4_096, 16];
/** All messages are of one length, so that the one tells no more than the other on its way. */
const LENGTH = 1_000;
/** Ends the text of the last record. */
const END = 2;

/** A message for one browser (RFC 8291) in one record of `aes128gcm` (RFC 8188). */
export function encrypt(text: string, to: BrowserKeys, length = LENGTH, drawn?: Drawn): Uint8Array {
  const own = createECDH(CURVE);
  if (drawn) own.setPrivateKey(drawn.privateKey);
  else own.generateKeys();
  const salt = drawn?.salt ?? randomBytes(SALT);
  const { key, nonce } = keysFor(own, to, salt);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const sealed = [cipher.update(padded(text, length)), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([headOf(salt, own.getPublicKey()), ...sealed]);
}

function keysFor(own: ECDH, { p256dh, auth }: BrowserKeys, salt: Buffer): { key: Buffer; nonce: Buffer } {
  const theirs = fromBase64(p256dh);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, own.getPublicKey()]);
  const shared = hkdf(own.computeSecret(theirs), fromBase64(auth), info, 32);
  const part = (name: string, length: number) => hkdf(shared, salt, Buffer.from(`Content-Encoding: ${name}\0`), length);
  return { key: part("aes128gcm", 16), nonce: part("nonce", 12) };
}

const hkdf = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

function padded(text: string, length: number): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length + 1 + TAG > RECORD) throw new Error("A notice has to fit into one record.");
  return Buffer.concat([bytes, Buffer.of(END), Buffer.alloc(Math.max(0, length - bytes.length))]);
}

function headOf(salt: Buffer, publicKey: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD);
  return Buffer.concat([salt, size, Buffer.of(publicKey.length), publicKey]);
}

const fromBase64 = (text: string): Buffer => Buffer.from(text, "base64url");

/** Whether anything can be encrypted for it: a point that is not on the curve is no key. */
export function isBrowserKey(p256dh: string): boolean {
  try {
    return ECDH.convertKey(fromBase64(p256dh), CURVE).length > 0;
  } catch {
    return false;
  }
}
