import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What is written down of a token or a secret: nobody reads it without the server's own key. */
export type Seal = {
  /** `about`: what it belongs to. Under another name it does not open. */
  close(value: unknown, about: string): string;
  open<T>(sealed: string, about: string): T | undefined;
  /** The same for the same text, and no way back. */
  digest(text: string): string;
};

const ALGORITHM = "aes-256-gcm";
const [IV, TAG] = [12, 16];

export function makeSeal(secret: string): Seal {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", `housewarming ${use}`, 32));
  const [key, digestKey] = [keyFor("seal"), keyFor("digest")];
  return {
    close(value, about) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open<T>(sealed: string, about: string) {
      const bytes = Buffer.from(sealed, "base64url");
      try {
        const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV), { authTagLength: TAG })
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(IV, IV + TAG));
        const opened = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
        return JSON.parse(opened.toString("utf8")) as T;
      } catch {
        // Closed with another key, about something else, or changed since.
        return undefined;
      }
    },
    digest: (text) => createHmac("sha256", digestKey).update(text).digest("base64url"),
  };
}
