import { isIP, type LookupFunction } from "node:net";
import { connect, createSecureContext, getCACertificates, type SecureContext, type TLSSocket } from "node:tls";
import type { buildConnector } from "undici";
import { deadline } from "../deadline.ts";
import { Stopped } from "../failure.ts";
import { isPublicAddress } from "./addresses.ts";
import type { Lookup } from "./resolver.ts";
import type { Routes } from "./routes.ts";

export type Connecting = {
  readonly routes: Routes;
  /** PEM, trusted for routed names alone. */
  readonly ca?: string;
  readonly lookup: Lookup;
  readonly connectMs: number;
};
type Target = {
  readonly addresses: readonly string[];
  readonly port: number;
  readonly routed: boolean;
};

const HTTPS = 443;
/** Names of this machine and its neighbours; name servers are not even asked. */
const LOCAL_NAME = /^[^.:]*$|(^|\.)localhost$/;
/**
 * Without the post-quantum exchange of newer defaults: what is asked here is public, and the greeting then fits one
 * packet, which old servers and their boxes read, at three quarters of the work.
 */
const CURVES = "X25519:P-256:P-384:P-521";

/**
 * Opens every socket of the gate. Judged here and not while a name is resolved, because an address literal is never
 * resolved; what was judged is what is dialled, so a name that changes its mind in between gains nothing.
 */
export function makeConnector(connecting: Connecting): buildConnector.connector {
  const usual = createSecureContext({ ecdhCurve: CURVES });
  const trusting = connecting.ca
    ? createSecureContext({ ecdhCurve: CURVES, ca: [...getCACertificates("default"), connecting.ca] })
    : usual;
  return ({ hostname, port }, callback) => {
    let socket: TLSSocket | undefined;
    let waiting = true;
    const settle = (error: Error | null) => {
      if (!waiting) return;
      waiting = false;
      inTime();
      if (!error && socket) return callback(null, socket);
      socket?.destroy();
      callback(error ?? new Stopped("connect"), null);
    };
    // One deadline for finding the address, the connection and the handshake together.
    let isFound = false;
    const inTime = deadline(connecting.connectMs, () => settle(new Stopped(isFound ? "timeout" : "resolver")));
    const open = (target: Target) => {
      if (!waiting) return;
      isFound = true;
      // Names are what routes, budgets and robots go by; another port would be another server under the same name.
      if (port !== "" && port !== `${HTTPS}`) return settle(new Stopped("not-https"));
      socket = dial(hostname, target, target.routed ? trusting : usual);
      socket.once("secureConnect", () => settle(arrivedInside(socket, target) ? new Stopped("private-address") : null));
      socket.on("error", settle);
    };
    aimAt(hostname, connecting).then(open).catch(settle);
  };
}

async function aimAt(host: string, { routes, lookup }: Connecting): Promise<Target> {
  const route = routes.find(host);
  if (route === "nowhere") throw new Stopped("dns");
  if (route) return { addresses: [route.address], port: route.port, routed: true };
  if (LOCAL_NAME.test(host)) throw new Stopped("private-address");
  const addresses = isIP(host) ? [host] : await lookup(host);
  // One private address among public ones is a trap or a mistake; neither is a reason to pick another.
  if (!addresses.every(isPublicAddress)) throw new Stopped("private-address");
  if (addresses.length === 0) throw new Stopped("dns");
  return { addresses, port: HTTPS, routed: false };
}

function dial(host: string, { addresses, port }: Target, secureContext: SecureContext): TLSSocket {
  const judged = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_, options, found) =>
    options.all ? found(null, judged) : found(null, judged[0]?.address ?? "", judged[0]?.family);
  // The name asked for is the name the certificate must bear, wherever a route leads.
  const servername = isIP(host) ? "" : host;
  const wanted = { host, port, servername, lookup, secureContext, rejectUnauthorized: true, highWaterMark: 16_384 };
  return connect({ ...wanted, ALPNProtocols: ["http/1.1"] })
    .setNoDelay(true)
    .setKeepAlive(true);
}

const arrivedInside = (socket: TLSSocket | undefined, { routed }: Target): boolean =>
  !routed && !isPublicAddress(socket?.remoteAddress ?? "");
