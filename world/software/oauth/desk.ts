import { hash } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import type { Asked } from "../common/reply.ts";

/** What the servers of one world know of apps, of codes on their way, and of tokens. */
export type App = {
  readonly id: string;
  readonly secret: string;
  readonly server: Server;
  readonly redirects: readonly string[];
  readonly scopes: readonly string[];
};
export type Code = {
  readonly app: App;
  readonly account: Account;
  readonly scopes: readonly string[];
  readonly redirect: string;
  readonly challenge: string | undefined;
  used: boolean;
};
/** `account` is missing on the token of an app alone. */
export type Token = {
  readonly text: string;
  readonly app: App | undefined;
  readonly server: Server;
  readonly account: Account | undefined;
  readonly scopes: readonly string[];
  revoked: boolean;
};
type Session = { readonly server: Server; readonly scopes: readonly string[]; account?: Account; fetched?: true };

export type Desk = {
  readonly apps: Map<string, App>;
  readonly codes: Map<string, Code>;
  readonly tokens: Map<string, Token>;
  /** Of MiAuth: by the session that the asker has made up. */
  readonly sessions: Map<string, Session>;
  /** The next text that nobody has yet: the world draws nothing by chance. */
  next(kind: string): string;
};

const desks = new WeakMap<WorldState, Desk>();

export function deskOf(world: WorldState): Desk {
  const known = desks.get(world) ?? openDesk(world.seed);
  desks.set(world, known);
  return known;
}

function openDesk(seed: number): Desk {
  let made = 0;
  return {
    ...{ apps: new Map(), codes: new Map(), tokens: new Map(), sessions: new Map() },
    next: (kind) => `${kind}-${++made}-${hash(`${seed} ${kind} ${made}`).toString(36)}`,
  };
}

/** The token that a question carries: `unknown` where there is none by that text here. */
export function tokenIn(world: WorldState, server: Server, { headers, body }: Pick<Asked, "headers" | "body">) {
  const [, bearer] = /^Bearer (.+)$/.exec(String(headers.authorization ?? "")) ?? [];
  const inBody = typeof body === "object" && body !== null && "i" in body ? String(body.i) : undefined;
  const text = bearer ?? inBody;
  if (text === undefined) return undefined;
  const token = deskOf(world).tokens.get(text);
  return token?.server === server ? token : ("unknown" as const);
}

/** Who asks, where a token that is worth something says so. */
export function askerOf(
  world: WorldState,
  server: Server,
  asked: Pick<Asked, "headers" | "body">,
): Account | undefined {
  const token = tokenIn(world, server, asked);
  return token && token !== "unknown" && !token.revoked ? token.account : undefined;
}

/** `read` covers `read:accounts`. */
export const covers = (scopes: readonly string[], wanted: string): boolean =>
  scopes.some((scope) => wanted === scope || wanted.startsWith(`${scope}:`));
