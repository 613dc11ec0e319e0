import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Listens where nobody should be led, and counts who comes all the same. */
export async function openCanary() {
  let hits = 0;
  const listen = (host: string, port: number) =>
    new Promise<{ port: number; close: () => Promise<void> } | undefined>((done) => {
      const server = createServer((socket) => {
        hits += 1;
        socket.destroy();
      });
      server.on("error", () => done(undefined)); // a machine without IPv6 has no such loopback
      server.listen(port, host, () =>
        done({
          port: (server.address() as AddressInfo).port,
          close: () => new Promise((closed) => server.close(() => closed())),
        }),
      );
    });

  const first = await listen("127.0.0.1", 0);
  if (!first) throw new Error("no loopback address to listen on");
  const second = await listen("::1", first.port);
  return {
    port: first.port,
    hits: () => hits,
    stop: async () => {
      await Promise.all([first.close(), second?.close()]);
    },
  };
}
