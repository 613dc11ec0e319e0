import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";

/** What a browser keeps of its own subscription. */
export type Own = { readonly privateKey: Buffer; readonly auth: string };

/** As a browser reads a message (RFC 8291): the text, or an error where it is not for this one. */
export function openNotice(message: Uint8Array, { privateKey, auth }: Own): string {
  const bytes = Buffer.from(message);
  const [salt, theirs] = [bytes.subarray(0, 16), bytes.subarray(21, 21 + (bytes[20] ?? 0))];
  const own = createECDH("prime256v1");
  own.setPrivateKey(privateKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), own.getPublicKey(), theirs]);
  const secret = derive(own.computeSecret(theirs), Buffer.from(auth, "base64url"), info, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(bytes.subarray(-16));
  const record = bytes.subarray(21 + theirs.length, -16);
  const opened = Buffer.concat([decipher.update(record), decipher.final()]);
  const end = opened.findLastIndex((byte) => byte !== 0);
  if (opened[end] !== 2) throw new Error("the last record has no end");
  return opened.subarray(0, end).toString();
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));
