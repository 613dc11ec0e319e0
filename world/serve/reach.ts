import { request } from "node:http";
import type { Reach } from "./signer-key.ts";

/**
 * Reaches the one who asks where he runs on this machine under a public address. He is spoken to over plain HTTP, as by
 * the proxy that ends TLS before him. Rejects where nobody listens.
 */
export const reachOnLoopback =
  (publicUrl: string, portNow: () => number | undefined): Reach =>
  (url, accept) =>
    new Promise((resolve, reject) => {
      const { host, pathname, search } = new URL(url);
      const port = host === new URL(publicUrl).host ? portNow() : undefined;
      if (port === undefined) return reject(new Error(`nobody is called ${host}`));
      const asked = request({ host: "127.0.0.1", port, path: pathname + search, headers: { host, accept } }, (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (part: string) => (text += part));
        res.on("error", reject).on("end", () => {
          resolve({ status: res.statusCode ?? 0, type: res.headers["content-type"] ?? "", body: parse(text) });
        });
      });
      asked.on("error", reject).end();
    });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
