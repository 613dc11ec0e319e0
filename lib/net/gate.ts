import { Agent } from "undici";
import type { Ask, Gate } from "#lib/domain/ports/gate.ts";
import type { Ledger, Memory, Signer } from "#lib/domain/ports/ports.ts";
import { defined } from "#lib/flow/defined.ts";
import { ACCEPT_ENCODING, type Cap } from "./body.ts";
import { makeConnector } from "./connect/connector.ts";
import { type Lookup, makeLookup } from "./connect/resolver.ts";
import { NO_ROUTES, type Routes } from "./connect/routes.ts";
import { DEADLINES, type Deadlines, type Exchange, KEPT_OPEN_MS, makeExchange } from "./exchange.ts";
import { makeManners, type OptOut } from "./manners/manners.ts";
import type { RobotsMode } from "./manners/robots.ts";
import { openRequests } from "./one-request.ts";
import { openRedirects, plainUrl, type Question } from "./redirects.ts";
import { readReply, refusedReply, unlessCancelled } from "./reply.ts";
import { makeSignedAsks, type SignedRefusal } from "./signing/signed-asks.ts";

export type GateOptions = {
  readonly ledger: Ledger;
  readonly memory: Memory;
  /** Absent where nobody could fetch our key: then nothing is signed. */
  readonly signer?: Signer;
  /** Who refuses what we sign, and in which words. */
  readonly tellRefusal?: (refusal: SignedRefusal) => void;
  readonly routes?: Routes;
  /** PEM, trusted for routed names alone. */
  readonly ca?: string;
  readonly userAgent: string;
  readonly robots: RobotsMode;
  readonly optOut: OptOut;
  /** Where more is held about hosts than in `memory`. */
  readonly forget?: (host: string) => Promise<void>;
  readonly now?: () => Date;
  readonly deadlines?: Partial<Deadlines>;
  readonly lookup?: Lookup;
  /** To all hosts together; beyond 128 answers come hardly faster and late ones much later. */
  readonly connections?: number;
  /** Stands between the gate and the sockets: it may watch each exchange, or answer in the network's place. */
  readonly through?: (network: Exchange) => Exchange;
};
export type OpenGate = Gate & { close(): Promise<void> };

const CONNECTIONS = 128;
const MB = 1024 * 1024;
const CAPS: Readonly<Record<NonNullable<Ask["size"]>, Cap>> = {
  list: { bytes: 10 * MB, cut: false },
  normal: { bytes: 2 * MB, cut: false },
  robots: { bytes: 64 * 1024, cut: true },
};

export function openGate(options: GateOptions): OpenGate {
  const now = options.now ?? (() => new Date());
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const agent = openAgent(options, deadlines);
  const network = makeExchange(agent, deadlines);
  const sendRequest = openRequests({
    exchange: options.through?.(network) ?? network,
    ledger: options.ledger,
    now,
    connections: options.connections ?? CONNECTIONS,
  });
  const { signer, tellRefusal: tell = () => {} } = options;
  const askSigned = signer && makeSignedAsks({ signer, now, tell });
  const askThroughRedirects = openRedirects({
    sendRequest,
    totalMs: deadlines.total,
    ...defined({ askSigned }),
  });
  const headers = headersOf(options.userAgent);
  const { memory, optOut, robots: mode, forget = (host) => memory.forget(host) } = options;
  const manners = makeManners({
    ...{ askThroughRedirects, now, memory, mode, optOut, forget },
    headers: headers({ accept: "text/plain" }),
  });

  return {
    async ask(ask) {
      const url = plainUrl(ask.url);
      if (!url) return refusedReply({ why: "not-https" }, now());
      // A document may name another host; the token is for one alone.
      if (ask.signedIn && ask.signedIn.host !== url.hostname) return refusedReply({ why: "redirects" }, now());
      const end = await unlessCancelled(
        askThroughRedirects(questionOf(ask, url, headers(ask)), manners.admit),
        ask.signal,
      );
      return "refused" in end ? refusedReply(end.refused, now()) : readReply(end, ask.as ?? "json", now());
    },
    close: () => agent.destroy(),
  };
}

function openAgent({ routes, ca, lookup }: GateOptions, deadlines: Deadlines): Agent {
  const trust = ca === undefined ? {} : { ca };
  const connect = makeConnector({
    routes: routes ?? NO_ROUTES,
    lookup: lookup ?? makeLookup(),
    connectMs: deadlines.connect,
    ...trust,
  });
  // The deadlines are kept by the exchange; the agent's own timers are coarse and off.
  return new Agent({
    connect,
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEPT_OPEN_MS,
    keepAliveMaxTimeout: KEPT_OPEN_MS,
  });
}

const headersOf =
  (userAgent: string) =>
  ({ accept, as, method, form, push, signedIn }: Headed): Record<string, string> => ({
    "user-agent": userAgent,
    accept: accept ?? (as === "text" ? "*/*" : "application/json"),
    "accept-encoding": ACCEPT_ENCODING,
    ...(method === "POST"
      ? { "content-type": form === undefined ? "application/json" : "application/x-www-form-urlencoded" }
      : {}),
    ...push?.headers,
    ...(signedIn ? { authorization: `Bearer ${signedIn.token}` } : {}),
  });
type Headed = Pick<Ask, "accept" | "as" | "method" | "form" | "push" | "signedIn">;

function questionOf(ask: Ask, url: URL, headers: Record<string, string>): Question {
  const { body, form, push, signedIn, paged, pagesLeft, own, about, sign, acts, spend, signal, method, size } = ask;
  const apart = signedIn?.account ?? ask.apart;
  const given = { paged, pagesLeft, own, about, sign: sign && !signedIn, acts, spend, signal, body, form, push, apart };
  return { ...defined(given), url, method: method ?? "GET", headers, cap: CAPS[size ?? "normal"] };
}
